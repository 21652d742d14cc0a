using System.Diagnostics;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>A directory of many people and organisations: what a member waits for its pages, and what an import of people takes.</summary>
internal static class DirectoryFigures
{
    private const double MostMilliseconds = 60;
    private const double MostSeconds = 60;

    // Four times the people must not take noticeably more memory.
    private const double MostGrowth = 1.2;

    public static async Task PrintAsync(bool smoke)
    {
        var size = smoke ? DirectorySize.Smoke : DirectorySize.Full;
        using var folder = new TempFolder();
        using var files = new TempFolder();
        await ImportAsync(size, folder, files, smoke);
        var pages = Pages(folder.Path);
        var log = new QueryLog();
        int[] queries;
        await using (var counted = await StartAsync(folder.Path, log))
        {
            queries = await CountAsync(counted, pages, log, rounds: smoke ? 1 : 3);
            if (smoke)
            {
                await TimeAsync(counted, pages, queries, size, smoke);
                return;
            }
        }

        // Another one without a log, which would be in the way.
        await using var portal = await StartAsync(folder.Path);
        await TimeAsync(portal, pages, queries, size, smoke);
    }

    private static async Task<PortalProcess> StartAsync(string folder, QueryLog? queries = null)
    {
        var clock = Stopwatch.StartNew();
        var portal = PortalProcess.Launch(folder, PortalProcess.FreePort(), queries: queries);
        await portal.WaitAsync("/health/ready", minutes: 5);
        if (queries is not null) Table.Row("start of the portal, all of it indexed", Table.Number(clock.Elapsed.TotalSeconds), Table.Number(portal.Resident), string.Empty);
        return portal;
    }

    private static async Task ImportAsync(DirectorySize size, TempFolder folder, TempFolder files, bool smoke)
    {
        Table.Head("Import (a process of its own)", "s", "peak resident, MB", "limit");
        var data = new DirectoryFiles(size);
        data.WriteOrganizations(files.File("organizations.csv"));
        await PortalCommand.RunAsync(folder.Path, "seed", "demo");
        using (var records = new DirectoryRecords(folder.Path)) records.AddSeats(size.Seats);
        if (!smoke) Row("nothing: the start of the process", await PortalCommand.RunAsync(folder.Path, "migrate"), string.Empty);
        Row($"{size.Organizations} organisations", await PortalCommand.RunAsync(folder.Path, "import", "organizations", files.File("organizations.csv")), string.Empty);

        CommandResult? first = null;
        foreach (var people in smoke ? [size.People] : (int[])[size.People / 2, size.People, size.People * 2])
        {
            using var own = new TempFolder();
            var to = people == size.People ? folder : own;
            if (to == own) own.CopyFrom(folder.Path);
            var file = files.File($"people-{people}.csv");
            data.WritePeople(file, people);
            var took = await PortalCommand.RunAsync(to.Path, "import", "people", file);
            first ??= took;
            var fits = took.Seconds < MostSeconds && took.PeakMegabytes < first.PeakMegabytes * MostGrowth;
            Row($"{people} people", took, Verdict(fits, smoke));
        }

        using (var records = new DirectoryRecords(folder.Path)) records.AddConsents();
    }

    private static void Row(string name, CommandResult result, string verdict) =>
        Table.Row(name, Table.Number(result.Seconds), Table.Number(result.PeakMegabytes), verdict);

    private static string[] Pages(string folder)
    {
        using var records = new DirectoryRecords(folder);
        return
        [
            "/impressum", "/mitglieder", "/mitglieder?spricht=ar&thema=wohnen", $"/mitglieder{Following}", "/organisationen",
            "/organisationen?art=MigrantOrganization&spricht=ar", $"/organisationen{Following}", "/beirat", "/beirat?stand=2023-01-15",
            $"/mitglieder/{records.HeaviestPerson()}", $"/organisationen/{records.HeaviestOrganization()}", "/netzwerk", "/netzwerk/abdeckung",
        ];
    }

    /// <summary>Stands for the next page of a list, which is known only once the list is there.</summary>
    private const string Following = "?nach=";

    private static async Task<int[]> CountAsync(PortalProcess portal, string[] pages, QueryLog log, int rounds)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", await SignIn.AsMemberAsync(portal.Address));
        var counts = new List<int>();
        foreach (var page in pages)
        {
            var path = await FollowAsync(http, page);
            counts.Add(await log.CountAsync(() => http.GetStringAsync(path), rounds));
        }

        return [.. counts];
    }

    private static async Task TimeAsync(PortalProcess portal, string[] pages, int[] queries, DirectorySize size, bool smoke)
    {
        var cookie = await SignIn.AsMemberAsync(portal.Address);
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        Table.Head($"{size.People} people, {size.Organizations} organisations, signed in", "queries", "bytes", "p50, ms", "p95, ms", $"limit {MostMilliseconds:0} ms");
        foreach (var (i, page) in pages.Index())
        {
            var took = await Load.OneByOneAsync(portal.Port, Load.Request(await FollowAsync(http, page), "gzip, br", cookie), size.Times);
            Table.Row(page.Length > 43 ? page[..43] : page, $"{queries[i]}", Table.Number(took.Bytes), Table.Number(took.P50), Table.Number(took.P95), Verdict(took.P95 < MostMilliseconds, smoke));
        }

        Table.Row("resident memory after load, MB", portal.Resident);
    }

    /// <summary>The address of the third page of a list, where one was meant and there are so many.</summary>
    private static async Task<string> FollowAsync(HttpClient http, string page)
    {
        if (!page.EndsWith(Following, StringComparison.Ordinal)) return page;
        var path = page[..^Following.Length];
        for (var i = 0; i < 2; i++)
        {
            var next = Visitor.Parse(await http.GetStringAsync(path)).QuerySelector("main a[href*='nach=']")?.GetAttribute("href");
            if (next is not null) path = next;
        }

        return path;
    }

    private static string Verdict(bool fits, bool smoke) => smoke ? "-" : fits ? "ok" : "OVER";
}
