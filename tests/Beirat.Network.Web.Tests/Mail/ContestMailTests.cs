using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Mail;

/// <summary>Both sides are told: staff of a contest, the person of the decision, and of what others say about them.</summary>
public sealed class ContestMailTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();

    public ValueTask InitializeAsync()
    {
        _portal.Sink.Open();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_contest_a_decision_and_a_reference_are_told_by_mail()
    {
        using var deputy = await _portal.SignedInAsync(Cast.Deputy);
        using var member = await _portal.SignedInAsync(Cast.Member);
        using var staff = await _portal.SignedInAsync(Cast.Staff);

        using var given = await member.SubmitAsync("/mitglieder/murat-kocabas/referenz", "main form.stack", ("Entry.Topic", "klima-umwelt"), ("Entry.Text", "Wir haben Bäume gepflanzt."), ("Entry.Language", "de"));
        var told = (await _portal.ToAsync(Cast.Deputy, "Referenz")).TextBody!;
        Assert.Contains("> Wir haben Bäume gepflanzt.", told, StringComparison.Ordinal);
        Assert.Contains($"{MailPortal.Public}/konto/belege", told, StringComparison.Ordinal);

        var contest = (await deputy.PageAsync("/konto/belege")).QuerySelectorAll("[aria-labelledby=art-endorsement] li a").Select(a => a.GetAttribute("href")!).First(a => a.StartsWith("/konto/belege/Endorsement/", StringComparison.Ordinal));
        using var contested = await deputy.SubmitAsync(contest, "main form.stack", ("Entry.Reason", "Ich war\nnicht dabei."));
        var asked = (await _portal.ToAsync(Cast.Staff, "widerspricht")).TextBody!.ReplaceLineEndings("\n");
        Assert.Contains("> Ich war\n> nicht dabei.", asked, StringComparison.Ordinal);
        var desk = asked.Split('\n').Single(l => l.StartsWith($"{MailPortal.Public}/verwaltung/belege/", StringComparison.Ordinal))[MailPortal.Public.Length..];

        using var decided = await staff.SubmitAsync(desk, "main form.stack", ("Entry.Counts", "nein"), ("Entry.Note", "In Ordnung."));
        Assert.Contains("zählt nicht mehr", (await _portal.ToAsync(Cast.Deputy, "Entscheidung")).TextBody!, StringComparison.Ordinal);
        Assert.Contains("zählt nicht mehr", (await _portal.ToAsync(Cast.Member, "Ihre Referenz")).TextBody!, StringComparison.Ordinal);
    }
}
