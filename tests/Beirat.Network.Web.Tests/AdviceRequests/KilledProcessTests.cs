using Beirat.Network.Testing;
using Beirat.Network.Web.Tests.Mail;
using Xunit;

namespace Beirat.Network.Web.Tests.AdviceRequests;

/// <summary>The program is killed between two reminders, as by a power cut: the next one takes up where the records are.</summary>
public sealed class KilledProcessTests
{
    // Somebody of the demo council was asked on 22 November at ten of the city's clocks, and is reminded after three days and after seven.
    [Fact]
    public async Task Reminders_go_on_after_a_kill_and_none_comes_twice()
    {
        using var folder = new TempFolder();
        await using var server = new SmtpSink().Open();

        Assert.Equal(1, await MailsAsync(folder, server, "2026-11-25T10:00:00Z", wanted: 1));
        Assert.Equal(1, await MailsAsync(folder, server, "2026-11-25T10:30:00Z", wanted: 1));
        Assert.Equal(2, await MailsAsync(folder, server, "2026-11-30T08:00:00Z", wanted: 2));

        Assert.All(server.Messages, m => Assert.DoesNotContain("Elternabende", m.TextBody));
    }

    /// <summary>Runs the portal from a time on until so many mails to the member have come, a little longer, and kills it.</summary>
    private static async Task<int> MailsAsync(TempFolder folder, SmtpSink server, string clock, int wanted)
    {
        int Count() => server.Messages.Count(m => m.To.Mailboxes.Any(to => to.Address == Cast.Member));
        await using var portal = PortalProcess.Start(
            folder.Path, "http://127.0.0.1:0", ("ASPNETCORE_ENVIRONMENT", "Development"), ("Beirat__Clock", clock), ("Beirat__Mail__Host", "127.0.0.1"),
            ("Beirat__Mail__Port", $"{server.Port}"), ("Beirat__Mail__Security", "none"), ("Beirat__Mail__From", "portal@demo.example"));
        await portal.ReadyAsync();
        await Wait.UntilAsync(() => Task.FromResult(Count() >= wanted), $"{wanted} mails at {clock}", 30);
        // Mails are looked for every five seconds.
        await Task.Delay(TimeSpan.FromSeconds(6));
        return Count();
    }
}
