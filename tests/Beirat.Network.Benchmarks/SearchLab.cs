using System.Diagnostics;
using System.Text.Json;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Search.Analysis;
using Beirat.Network.Vocabulary;

namespace Beirat.Network.Benchmarks;

/// <summary>Measures how well questions are answered, on an index made straight from the texts, without a database.</summary>
internal static class SearchLab
{
    private static readonly long[] Times = new long[3];
    private static SearchWeights _weights = SearchWeights.Default;

    public static void Print(SearchSets sets, string[] only)
    {
        var clock = Stopwatch.StartNew();
        var documents = File.ReadLines(sets.Articles).Select(Read).ToList();
        var stems = KnownWords.Stems();
        foreach (var d in documents) TextAnalysis.Count($"{d.Title}\n{d.Body}", stems);
        var words = new CompoundWords(KnownWords.Frequent(stems), KnownWords.Whole);
        var folder = Directory.CreateTempSubdirectory("lab").FullName;
        using var index = IndexGeneration.Create(folder, words);
        index.Replace([], documents);
        index.Commit(0);
        index.Refresh();
        Console.WriteLine($"{documents.Count} texts in {clock.Elapsed.TotalSeconds:0.0} s; {words.Frequencies.Count} words");
        clock.Restart();
        var concepts = new ConceptIndex(ShippedVocabulary.Concepts, NameTable.OfGeneralWords);
        Console.WriteLine($"{ShippedVocabulary.Concepts.Count} concepts, {ShippedVocabulary.Words.Count()} words in {clock.ElapsedMilliseconds} ms");
        var tries = only.Where(o => o.Contains('=')).ToArray();
        only = [.. only.Where(o => !o.Contains('='))];
        foreach (var change in tries.Length == 0 ? [""] : tries.Prepend(""))
        {
            _weights = SearchWeights.Default with { };
            foreach (var c in change.Split(',', StringSplitOptions.RemoveEmptyEntries))
                typeof(SearchWeights).GetProperty(c.Split('=')[0])!.SetValue(_weights, Convert.ChangeType(float.Parse(c.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture), typeof(SearchWeights).GetProperty(c.Split('=')[0])!.PropertyType, null));
            Console.WriteLine($"-- {change}");
            foreach (var set in sets.Names.Where(n => only.Length == 0 || only.Any(o => n.StartsWith(o, StringComparison.Ordinal)))) Print(set, sets.Read(set), index, concepts);
        }

        Directory.Delete(folder, true);
    }

    private static void Print(string set, IReadOnlyList<Asked> asked, IndexGeneration index, ConceptIndex concepts)
    {
        double ndcg = 0, recall = 0, deep = 0, all = 0, hits = 0;
        var clock = Stopwatch.StartNew();
        var misses = new List<string>();
        foreach (var question in asked)
        {
            var (found, _) = Find(index, concepts, question.Query, strict: false);
            ndcg += SearchSets.Ndcg(found, question.Relevant);
            var r = SearchSets.Recall(found, question.Relevant, 10);
            recall += r;
            if (r == 0) misses.Add($"{question.Query} -> {string.Join(' ', question.Relevant)} got {string.Join(' ', found.Take(2))}");
            deep += SearchSets.Recall(found, question.Relevant, 100);
            if (!set.StartsWith("comp", StringComparison.Ordinal)) continue;
            var (strict, total) = Find(index, concepts, question.Query, strict: true);
            all += SearchSets.Recall(strict, question.Relevant, 2000);
            hits += total;
        }

        var n = asked.Count;
        Console.WriteLine($"   ask {Times[0] * 1000.0 / Stopwatch.Frequency / n:0.00} terms {Times[1] * 1000.0 / Stopwatch.Frequency / n:0.00} rank {Times[2] * 1000.0 / Stopwatch.Frequency / n:0.00}");
        Array.Clear(Times);
        Console.WriteLine($"{set,-16} nDCG@10 {ndcg / n:0.000}  recall@10 {recall / n:0.000}  @100 {deep / n:0.000}  all {all / n:0.000} hits {hits / n:0}   {clock.Elapsed.TotalMilliseconds / n:0.00} ms");
        File.WriteAllLines($"{Path.GetTempPath()}/lab-{set}.txt", misses);
    }

    private static (List<string> Found, int Total) Find(IndexGeneration index, ConceptIndex concepts, string query, bool strict) => index.Search((searcher, analysis) =>
    {
        var t0 = Stopwatch.GetTimestamp();
        var question = Question.Ask(query, concepts, []);
        var reader = searcher.IndexReader;
        var (allowed, visible) = VisibleDocuments.For(reader, Audience.Public, SearchField.Hit);
        using var ranking = new Ranking(reader, allowed, visible, _weights);
        var t1 = Stopwatch.GetTimestamp();
        var groups = new QuestionTerms(analysis, reader, _weights).Of(question);
        var t2 = Stopwatch.GetTimestamp();
        foreach (var group in groups) ranking.Add(group);
        var t3 = Stopwatch.GetTimestamp();
        Times[0] += t1 - t0; Times[1] += t2 - t1; Times[2] += t3 - t2;
        var best = ranking.Answers(ranking.Found(strict ? question.Words.Count : 1), strict ? 2000 : 100);
        return (best.Best.Select(d => DocumentFactory.Read(searcher.Doc(d.Document)).ExternalId!).ToList(), best.Total);
    });

    private static IndexedDocument Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new IndexedDocument(
            new Subject(SubjectKind.Article, Guid.NewGuid()), Audience.Public, root.GetProperty("language").GetString()!,
            root.GetProperty("title").GetString()!, root.GetProperty("text").GetString()!)
        {
            Key = "x", ExternalId = root.GetProperty("id").GetString(),
        };
    }
}
