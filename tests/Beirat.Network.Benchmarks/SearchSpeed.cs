using System.Diagnostics;
using System.Text.Json;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>An engine that is asked the same questions. Returns how many hits it showed.</summary>
internal delegate Task<int> AskAsync(string question);

/// <summary>
/// How fast the search is on many short texts, against the full text search of PostgreSQL and of SQLite on the same texts in the same run:
/// one question after the other on one connection, ten hits each.
/// </summary>
internal static class SearchSpeed
{
    private const int Length = 330;

    public static async Task PrintAsync(SearchSets sets, int texts, TimeSpan span)
    {
        using var folder = new TempFolder();
        var file = folder.File("texts.jsonl");
        await WriteAsync(sets, file, texts);
        var longOnes = sets.Read("omos-de").Select(q => q.Query).ToList();
        var shortOnes = sets.Read("comp-split").Select(q => q.Query).Where(q => q.Split(' ').Length == 2).ToList();
        await PortalCommand.RunAsync(folder.Path, "migrate");
        await PortalCommand.RunAsync(folder.Path, "seed", "demo");
        var import = await PortalCommand.RunAsync(folder.Path, "import", "articles", file);
        var build = await PortalCommand.RunAsync(folder.Path, "reindex");
        await using var portal = PortalProcess.Launch(folder.Path, PortalProcess.FreePort());
        await portal.WaitAsync("/health/ready", 10);

        Table.Head($"{texts:#,0} texts", "queries a second", "p50, ms", "p99, ms", "hits shown");
        var ours = await MeasureAsync("portal, long questions", longOnes, span, OverHttp(portal));
        var oursShort = await MeasureAsync("portal, two words", shortOnes, span, OverHttp(portal));
        var resident = portal.Resident;
        double postgres = 0, postgresShort = 0;
        if (PostgresTexts.Server is { } server)
        {
            await using var store = await PostgresTexts.CreateAsync(server, file);
            postgres = await MeasureAsync("PostgreSQL german, ranked OR, long", longOnes, span, store.AnyAsync);
            postgresShort = await MeasureAsync("PostgreSQL german, AND, two words", shortOnes, span, store.AllAsync);
        }

        using (var store = SqliteTexts.Create(folder.File("fts.db"), file))
        {
            await MeasureAsync("SQLite FTS5, bm25 OR, long", longOnes, span, q => Task.FromResult(store.Any(q)));
            await MeasureAsync("SQLite FTS5, bm25 AND, two words", shortOnes, span, q => Task.FromResult(store.All(q)));
        }

        if (postgres > 0) Console.WriteLine($"against PostgreSQL: {ours / postgres:0.0} times its ranked OR (wanted 10), {oursShort / postgresShort:0.00} times its AND (wanted 0.5)");
        Console.WriteLine($"import {import.Seconds:0.0} s, peak {import.PeakMegabytes:0} MB; whole rebuild with the start of the process {build.Seconds:0.0} s (wanted 25), peak {build.PeakMegabytes:0} MB; resident {resident} MB (wanted 450)");
        await SearchFreshness.PrintAsync(portal, span);
    }

    /// <summary>Pieces of the texts, each round cut at other places, until there are enough.</summary>
    private static async Task WriteAsync(SearchSets sets, string file, int count)
    {
        var texts = File.ReadLines(sets.Articles).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return (Title: json.RootElement.GetProperty("title").GetString()!, Text: json.RootElement.GetProperty("text").GetString()!);
        }).ToList();
        await using var writer = new StreamWriter(file);
        var written = 0;
        for (var round = 0; written < count; round++)
        {
            foreach (var (title, text) in texts)
            {
                for (int at = NextWord(text, round * 61 % Length), end; at < text.Length - (Length / 3) && written < count; at = end)
                {
                    end = NextWord(text, Math.Min(at + Length, text.Length));
                    await writer.WriteLineAsync(JsonSerializer.Serialize(new { id = $"t{written++}", title, text = text[at..end], language = "de" }));
                }
            }
        }
    }

    // A piece that begins or ends within a word would teach the search words that there are not.
    private static int NextWord(string text, int at) => at == 0 || at >= text.Length ? at : text.IndexOf(' ', at - 1) is var space && space < 0 ? text.Length : space + 1;

    private static AskAsync OverHttp(PortalProcess portal)
    {
        var http = new HttpClient { BaseAddress = portal.Address };
        return async question =>
        {
            using var json = JsonDocument.Parse(await http.GetByteArrayAsync($"/api/suche?q={Uri.EscapeDataString(question)}&anzahl=10"));
            return json.RootElement.GetProperty("hits").GetArrayLength();
        };
    }

    private static async Task<double> MeasureAsync(string name, List<string> questions, TimeSpan span, AskAsync ask)
    {
        foreach (var question in questions.Take((int)(span.TotalSeconds * 30))) await ask(question);
        var took = new List<double>();
        var hits = 0;
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < span; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            hits += await ask(questions[i % questions.Count]);
            took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        var each = took.Count / clock.Elapsed.TotalSeconds;
        var asked = took.Count;
        took.Sort();
        Table.Row(name, each, took[took.Count / 2], took[took.Count * 99 / 100], (double)hits / asked);
        return each;
    }
}
