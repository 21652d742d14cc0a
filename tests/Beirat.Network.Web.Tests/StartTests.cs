using System.Net;
using System.Net.Sockets;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Starting the portal when something is in the way: it says what, ends with a code, or puts it right itself.</summary>
public sealed class StartTests(SeededFolder seeded) : IClassFixture<SeededFolder>
{
    private const string AnyPort = "http://127.0.0.1:0";

    [Fact]
    public async Task A_port_in_use_is_named_and_ends_with_4()
    {
        using var folder = seeded.Copy();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var portal = PortalProcess.Start(folder.Path, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        var ended = await portal.EndAsync();

        Assert.Equal(4, ended.Code);
        Assert.Contains("--urls", ended.Output);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_ends_with_3()
    {
        using var folder = new TempFolder();
        var file = folder.File("data");
        await File.WriteAllTextAsync(file, "kein Ordner");
        await using var portal = PortalProcess.Start(file, AnyPort);

        var ended = await portal.EndAsync();

        Assert.Equal(3, ended.Code);
        Assert.Contains(file, ended.Output);
        Assert.Equal(3, (await PortalProcess.RunAsync(file, "migrate")).Code);
    }

    [Fact]
    public async Task A_second_portal_on_one_folder_ends_with_3_and_commands_work_beside_the_first()
    {
        using var folder = seeded.Copy();
        await using var first = PortalProcess.Start(folder.Path, AnyPort);
        var address = await first.ReadyAsync();
        await using var second = PortalProcess.Start(folder.Path, AnyPort);

        var ended = await second.EndAsync();
        Assert.Equal(3, ended.Code);
        Assert.Contains("another portal", ended.Output);
        var reindex = await PortalProcess.RunAsync(folder.Path, "reindex");
        Assert.Equal(0, reindex.Code);
        Assert.Contains("running portal", reindex.Output);
        await Wait.UntilAsync(() => Task.FromResult(first.Output.Contains("The search index is complete", StringComparison.Ordinal)), "the portal built it anew", 60);
        var check = await PortalProcess.RunAsync(folder.Path, "check");
        Assert.True(check.Code == 0, check.Output);
        using var http = new HttpClient { BaseAddress = address };
        Assert.Contains("wohnungssuche", await http.GetStringAsync(new Uri("/api/suche?q=Wohnungssuche", UriKind.Relative)));
    }

    [Fact]
    public async Task Without_demo_mode_there_is_no_demo_council_and_nobody_can_sign_in_as_one()
    {
        using var folder = new TempFolder();
        await using var portal = PortalProcess.Start(folder.Path, AnyPort);
        using var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = await portal.ReadyAsync() });

        Assert.DoesNotContain(Cast.Password, await visitor.TextAsync("/konto/anmelden"));
        using var answer = await visitor.SubmitAsync("/konto/anmelden", "main form", ("Entry.Email", Cast.Staff), ("Entry.Password", Cast.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var page in new[] { "/", "/beirat", "/mitglieder", "/wissen", "/diskussionen", "/suche?q=a", "/beratung?q=a" })
            Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(page));
    }

    [Fact]
    public async Task A_damaged_index_is_built_again_and_the_log_says_so()
    {
        using var folder = seeded.Copy();
        foreach (var file in Directory.GetFiles(folder.File("index"), "*", SearchOption.AllDirectories)) await File.WriteAllTextAsync(file, "kaputt");
        await using var portal = PortalProcess.Start(folder.Path, AnyPort);
        using var http = new HttpClient { BaseAddress = await portal.ReadyAsync() };

        await Wait.UntilAsync(async () =>
        {
            using var ready = await http.GetAsync("/health/ready");
            return ready.IsSuccessStatusCode;
        }, "the index is there again", 60);

        Assert.Contains("built again from the database", portal.Output);
        Assert.Contains("wohnungssuche", await http.GetStringAsync(new Uri("/api/suche?q=Wohnungssuche", UriKind.Relative)));
    }
}
