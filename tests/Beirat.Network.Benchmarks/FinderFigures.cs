using System.Diagnostics;
using System.Text.Json;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>The expert finder over very many people and pieces of evidence: how long one visitor waits, and how much memory it takes.</summary>
internal static class FinderFigures
{
    private const double MostMilliseconds = 150;
    private const int Evidence = 200_000;

    public static async Task PrintAsync(bool smoke, int wanted)
    {
        var people = wanted > 0 ? wanted : smoke ? 100 : Evidence / FinderCouncil.EvidenceOfEach;
        using var folder = new TempFolder();
        await PortalCommand.RunAsync(folder.Path, "migrate");
        await PortalCommand.RunAsync(folder.Path, "seed", "demo");
        var clock = Stopwatch.StartNew();
        await new FinderCouncil(folder.Path, people).AddAsync(Seed);
        Console.WriteLine($"{people} people written in {clock.Elapsed.TotalSeconds:0} s");
        clock.Restart();
        await using var portal = PortalProcess.Launch(folder.Path, PortalProcess.FreePort());
        await portal.WaitAsync("/health/ready", minutes: 20);
        Console.WriteLine($"start of the portal, all of it indexed: {clock.Elapsed.TotalSeconds:0} s, resident {portal.Resident} MB");

        Table.Head($"Finder: {people} people, {people * FinderCouncil.EvidenceOfEach:#,0} pieces of evidence", "questions", "p50, ms", "p95, ms", smoke ? "-" : $"limit {MostMilliseconds:0} ms");
        var resident = new List<long> { portal.Resident };
        foreach (var (name, asked) in Sets(Questions()))
        {
            await MeasureAsync(portal, name, [.. asked], smoke);
            resident.Add(portal.Resident);
        }

        // It grows while what is remembered is filled, and must not after that.
        Console.WriteLine($"resident memory at the start and after each kind of question, MB: {string.Join(", ", resident)}");
    }

    private static IEnumerable<(string Name, IEnumerable<string> Questions)> Sets(List<string> questions) =>
    [
        ("questions as people ask them", questions),
        ("one word", questions.Select(q => q.Split(' ').MaxBy(w => w.Length)!.Trim('?', '.', ','))),
        ("with language, use and who is there", questions.Select(q => $"{q}&sprache=ar&einsatz=beraten&da=ja")),
        ("with a topic", questions.Select(q => $"{q}&thema=gesundheit")),
        ("two thousand letters", Enumerable.Range(0, 20).Select(i => string.Join(' ', Enumerable.Range(i, 40).Select(n => questions[n % questions.Count])))),
        ("questions as people ask them, again", questions),
    ];

    private static async Task MeasureAsync(PortalProcess portal, string name, List<string> questions, bool smoke)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        var took = new List<double>();
        // The first round fills what is remembered; it is not counted.
        for (var round = 0; round < (smoke ? 2 : 4); round++)
        {
            foreach (var question in questions)
            {
                var (text, filters) = question.IndexOf('&', StringComparison.Ordinal) is var cut and >= 0 ? (question[..cut], question[cut..]) : (question, string.Empty);
                var begin = Stopwatch.GetTimestamp();
                using var json = JsonDocument.Parse(await http.GetByteArrayAsync($"/api/beratung/vorschlaege?q={Uri.EscapeDataString(text)}{filters}"));
                if (round > 0) took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                if (round == 0) Adds(json.RootElement);
            }
        }

        took.Sort();
        var (half, most) = (took[took.Count / 2], took[took.Count * 95 / 100]);
        Table.Row(name, $"{took.Count}", Table.Number(half), Table.Number(most), smoke ? "-" : most < MostMilliseconds ? "ok" : "OVER");
    }

    private static void Adds(JsonElement answer)
    {
        foreach (var hit in answer.GetProperty("hits").EnumerateArray())
        {
            if (hit.GetProperty("evidence").EnumerateArray().Sum(e => e.GetProperty("points").GetDecimal()) != hit.GetProperty("score").GetDecimal())
                throw new InvalidOperationException($"The points do not add up: {hit}");
        }
    }

    private static List<string> Questions() =>
        [.. Directory.GetFiles(Path.Combine(Seed, "advisers"), "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Contains("=>", StringComparison.Ordinal)).Select(l => l.Split("=>")[0].Trim())];

    // Beside the portal's program.
    private static string Seed => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Beirat.Network.Web", new DirectoryInfo(AppContext.BaseDirectory).Name, "seed"));
}
