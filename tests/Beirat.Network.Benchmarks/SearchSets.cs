using System.Text.Json;

namespace Beirat.Network.Benchmarks;

/// <summary>A question with the articles that answer it.</summary>
internal sealed record Asked(string Id, string Query, IReadOnlySet<string> Relevant);

/// <summary>Articles and sets of questions in a folder: articles.jsonl, questions-SET.jsonl.</summary>
internal sealed class SearchSets(string folder)
{
    public string Articles => Path.Combine(folder, "articles.jsonl");

    public IEnumerable<string> Names => Directory.GetFiles(folder, "questions-*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f)["questions-".Length..]).Order(StringComparer.Ordinal);

    public IReadOnlyList<Asked> Read(string set) =>
    [
        .. File.ReadLines(Path.Combine(folder, $"questions-{set}.jsonl")).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new Asked(
                root.GetProperty("id").GetString()!, root.GetProperty("query").GetString()!,
                root.GetProperty("relevant").EnumerateArray().Select(r => r.GetString()!).ToHashSet());
        }),
    ];

    /// <summary>Normalised discounted cumulative gain of the first ten, each relevant one counting alike (Järvelin and Kekäläinen 2002).</summary>
    public static double Ndcg(IReadOnlyList<string> found, IReadOnlySet<string> relevant)
    {
        var gain = found.Take(10).Select((id, i) => relevant.Contains(id) ? 1 / Math.Log2(i + 2) : 0).Sum();
        return gain / Enumerable.Range(0, Math.Min(10, relevant.Count)).Sum(i => 1 / Math.Log2(i + 2));
    }

    public static double Recall(IReadOnlyList<string> found, IReadOnlySet<string> relevant, int depth) =>
        found.Take(depth).Count(relevant.Contains) / (double)relevant.Count;
}
