using System.Net.Http.Json;
using System.Text.Json;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>How well the running portal answers questions: every set of questions over its API, with all texts imported beside the demo council.</summary>
internal static class SearchFigures
{
    private const int PageSize = 50;

    // Of the parts of a compound: a reader who asks for all of them looks at no more.
    private const int MostPages = 20;

    private static readonly Dictionary<string, string> Wanted = new()
    {
        ["omos-de"] = ".74 / .90", ["omos-de+typo"] = ".68 / .84", ["omos-en"] = ".55 / .70", ["omos-fr"] = ".55 / .70", ["omos-uk"] = ".45 / .60",
        ["omos-ar"] = ".45 / .60", ["xquad-de"] = ".94 / .975", ["xquad-de+typo"] = ".92 / .97", ["xquad-en"] = "recall .80", ["xquad-tr"] = "recall .60",
        ["xquad-ru"] = "recall .55", ["law-head"] = ".72 / .82", ["comp-split"] = "all .94, @100 .80", ["xquad-de+ae"] = "as +uml", ["xquad-de+uml"] = "as +ae",
    };

    public static async Task PrintAsync(SearchSets sets, int? atMost)
    {
        using var folder = new TempFolder();
        await PortalCommand.RunAsync(folder.Path, "migrate");
        await PortalCommand.RunAsync(folder.Path, "seed", "demo");
        var import = await PortalCommand.RunAsync(folder.Path, "import", "articles", sets.Articles);
        await using var portal = PortalProcess.Launch(folder.Path, PortalProcess.FreePort());
        await portal.WaitAsync("/health/ready", 5);
        using var http = new HttpClient { BaseAddress = portal.Address };
        Console.WriteLine($"\nImport of the texts: {import.Seconds:0.0} s, peak {import.PeakMegabytes:0} MB");
        Table.Head("Quality of the answers", "nDCG@10", "recall@10", "wanted", "ms an answer");
        foreach (var set in sets.Names)
        {
            var asked = sets.Read(set);
            if (atMost is { } most) asked = [.. asked.Take(most)];
            double ndcg = 0, recall = 0, took = 0;
            foreach (var question in asked)
            {
                var (found, _, ms) = await FindAsync(http, question.Query, 1, 10);
                ndcg += SearchSets.Ndcg(found, question.Relevant);
                recall += SearchSets.Recall(found, question.Relevant, 10);
                took += ms;
            }

            Table.Row(set, Share(ndcg / asked.Count), Share(recall / asked.Count), Wanted.GetValueOrDefault(set, "-"), Table.Number(took / asked.Count));
            if (set == "comp-split") await PrintCompoundsAsync(http, asked);
        }

        Console.WriteLine($"resident memory after all questions, MB: {portal.Resident}");
    }

    private static async Task PrintCompoundsAsync(HttpClient http, IReadOnlyList<Asked> asked)
    {
        double all = 0, hundred = 0, hits = 0;
        foreach (var question in asked)
        {
            var found = new List<string>();
            var total = 0;
            for (var page = 1; page <= MostPages; page++)
            {
                var (more, count, _) = await FindAsync(http, question.Query, page, PageSize);
                (found, total) = ([.. found, .. more], count);
                if (more.Count < PageSize) break;
            }

            all += SearchSets.Recall(found, question.Relevant, found.Count);
            hundred += SearchSets.Recall(found, question.Relevant, 100);
            hits += total;
        }

        Console.WriteLine($"  everything found: recall {Share(all / asked.Count)}, {hits / asked.Count:0} hits a question; among the first 100: recall {Share(hundred / asked.Count)}");
    }

    private static async Task<(List<string> Found, int Total, double Milliseconds)> FindAsync(HttpClient http, string query, int page, int count)
    {
        var begin = System.Diagnostics.Stopwatch.GetTimestamp();
        using var json = await http.GetFromJsonAsync<JsonDocument>($"/api/suche?q={Uri.EscapeDataString(query)}&art=article&seite={page}&anzahl={count}");
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        var root = json!.RootElement;
        return ([.. root.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("externalId").GetString() ?? string.Empty)], root.GetProperty("total").GetInt32(), took);
    }

    private static string Share(double value) => value.ToString(".000", System.Globalization.CultureInfo.InvariantCulture);
}
