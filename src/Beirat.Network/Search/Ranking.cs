using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>A document and how well it answers.</summary>
internal readonly record struct Ranked(int Document, float Score, ulong Words);

/// <summary>What a ranking found: all in all, and the best.</summary>
internal sealed record RankedDocuments(int Total, IReadOnlyList<Ranked> Best);

/// <summary>
/// Ranks documents by BM25F (Robertson and Zaragoza 2009, section 3.5): everything that stands for a word of the question, in whatever
/// field, is counted together as one term before it is weighed. Works term after term over the postings of the index, in one pass, and
/// looks at no document that the reader may not see, so that neither order nor counts tell of it.
/// </summary>
internal sealed class Ranking : IDisposable
{
    // So much rarer words are looked up one by one in the others.
    private const int Sparse = 8;

    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(Length)];

    private readonly IReadOnlyList<AtomicReaderContext> _leaves;
    private readonly IReadOnlyList<FixedBitSet> _allowed;
    private readonly SearchWeights _weights;
    private readonly int _visible;
    private readonly RankingBoard _board;
    private readonly Dictionary<string, float[]> _shares = [];
    private readonly List<(TermGroup, float)> _groups = [];
    private ulong _asked;

    /// <param name="reader">The index as it is now.</param>
    /// <param name="allowed">For each leaf, the documents that count.</param>
    /// <param name="visible">How many documents count.</param>
    /// <param name="weights">How words are weighed.</param>
    public Ranking(IndexReader reader, IReadOnlyList<FixedBitSet> allowed, int visible, SearchWeights weights)
    {
        _weights = weights;
        (_leaves, _allowed, _visible) = ([.. reader.Leaves], allowed, Math.Max(1, visible));
        _board = RankingBoard.Take(reader.MaxDoc);
    }

    /// <summary>Adds a word of the question. Returns in how many documents it is, in whatever form.</summary>
    public int Add(TermGroup group)
    {
        foreach (var variant in group.Variants.Where(v => v.Match == MatchKind.Word)) Count(variant, _board.Word);
        var literal = _board.Word.Documents.Count;
        foreach (var variant in group.Variants.Where(v => v.Match != MatchKind.Word)) Count(variant, _board.Word);
        foreach (var conjunction in group.Conjunctions) Count(conjunction);
        var found = _board.Word.Documents.Count;
        if (found > 0) _asked |= group.Covers;
        // Where the word itself is rare, what merely stands for it does not make it a common one.
        var counted = literal == 0 ? found : literal + ((found - literal) * _weights.Dilution);
        var rarity = MathF.Log(1 + ((Math.Max(0, _visible - counted) + 0.5f) / (counted + 0.5f))) * group.Weight;
        if (!group.IsNear) _groups.Add((group, rarity));
        foreach (var document in _board.Word.Documents)
        {
            var weight = _board.Word.Take(document);
            if (_board.Words[document] == 0)
            {
                if (group.Covers == 0) continue;
                _board.Touched.Add(document);
            }

            // What is only related changes nothing in the order of what was asked for.
            if (!group.IsNear || Held(_board.Words[document]) == 0) _board.Score[document] += rarity * weight * (_weights.K1 + 1) / (weight + _weights.K1);
            _board.Words[document] |= group.Covers;
        }

        _board.Word.Documents.Clear();
        return found;
    }

    /// <summary>Every document that holds at least so many of the words, and scores at least this share of the best.</summary>
    public IReadOnlyList<Ranked> Found(int words, float share = 0)
    {
        var asked = Math.Max(1, Held(_asked));
        var found = new List<Ranked>(_board.Touched.Count);
        var best = 0f;
        foreach (var document in _board.Touched)
        {
            var held = Held(_board.Words[document]);
            if (held < words) continue;
            var score = _board.Score[document] * (1 - _weights.Coverage + (_weights.Coverage * held / asked));
            best = Math.Max(best, score);
            found.Add(new Ranked(document, score, _board.Words[document]));
        }

        if (share > 0) found.RemoveAll(r => r.Score < best * share);
        return found;
    }

    /// <summary>The best of them, best first, by the whole text and by its best passage.</summary>
    public RankedDocuments Answers(IReadOnlyList<Ranked> found, int count)
    {
        var best = Best(found, Math.Max(count, Passages.Depth));
        var ordered = new Passages(_leaves, _weights).Order(best.Best, _groups);
        return new RankedDocuments(best.Total, [.. ordered.Take(count)]);
    }

    /// <summary>Documents that hold so many of the words only when something related counts for a word.</summary>
    public IEnumerable<Ranked> Near(int words) => _board.Touched.Where(d => Held(_board.Words[d]) < words && Held(_board.Words[d] | (_board.Words[d] >> Question.MaxWords)) >= words)
        .Select(d => new Ranked(d, _board.Score[d], _board.Words[d]));

    /// <summary>The best of them, best first; of equals the older one.</summary>
    public static RankedDocuments Best(IReadOnlyList<Ranked> found, int count)
    {
        var best = new PriorityQueue<Ranked, (float, int)>(count + 1);
        foreach (var ranked in found)
        {
            if (best.Count == count && best.TryPeek(out _, out var least) && ranked.Score < least.Item1) continue;
            best.Enqueue(ranked, (ranked.Score, -ranked.Document));
            if (best.Count > count) best.Dequeue();
        }

        var sorted = new Ranked[best.Count];
        for (var i = best.Count - 1; i >= 0; i--) sorted[i] = best.Dequeue();
        return new RankedDocuments(found.Count, sorted);
    }

    public void Dispose() => _board.GiveBack();

    private static int Held(ulong words) => BitOperations.PopCount(words & uint.MaxValue);

    // The rarest word says where to look for the others.
    private void Count(Conjunction conjunction)
    {
        var words = conjunction.Words.Select(Find).OrderBy(w => w.Sum(v => (long)v.Postings.Documents.Length)).ToList();
        foreach (var found in words[0]) Count(found, _board.All);
        foreach (var word in words.Skip(1))
        {
            if (_board.All.Documents.Count == 0) return;
            if (word.Sum(v => (long)v.Postings.Documents.Length) > (long)_board.All.Documents.Count * Sparse)
            {
                foreach (var found in word) LookUp(found);
            }
            else
            {
                foreach (var found in word) Count(found, _board.One);
            }

            _board.All.Documents.RemoveAll(document =>
            {
                var least = Math.Min(_board.All.Take(document), _board.One.Take(document));
                if (least > 0) _board.All.Set(document, least);
                return least <= 0;
            });
            _board.One.Clear();
        }

        foreach (var document in _board.All.Documents) _board.Word.Add(document, _board.All.Take(document) * conjunction.Weight);
        _board.All.Documents.Clear();
    }

    private List<Met> Find(IReadOnlyList<Variant> variants)
    {
        var found = new List<Met>(variants.Count * _leaves.Count);
        foreach (var variant in variants)
        {
            for (var i = 0; i < _leaves.Count; i++)
            {
                if (KnownTerms.PostingsOf(_leaves[i], variant.Field, variant.Term) is { } postings) found.Add(new Met(postings, i, variant));
            }
        }

        return found;
    }

    private void Count(Variant variant, Tally into)
    {
        foreach (var found in Find([variant])) Count(found, into);
    }

    private void Count(Met found, Tally into)
    {
        var (postings, first, allowed) = (found.Postings, _leaves[found.Leaf].DocBase, _allowed[found.Leaf].GetBits());
        var shares = SharesOf(found);
        for (var i = 0; i < postings.Documents.Length; i++)
        {
            var document = postings.Documents[i];
            if ((allowed[document >> 6] & (1L << document)) == 0) continue;
            into.Add(first + document, found.Variant.Weight * postings.Share(i, shares));
        }
    }

    // Only of the documents that are left.
    private void LookUp(Met found)
    {
        var first = _leaves[found.Leaf].DocBase;
        var shares = SharesOf(found);
        foreach (var document in _board.All.Documents)
        {
            var at = document < first ? -1 : Array.BinarySearch(found.Postings.Documents, document - first);
            if (at >= 0) _board.One.Add(document, found.Variant.Weight * found.Postings.Share(at, shares));
        }
    }

    // How much a word counts in a field that is so long.
    private float[]? SharesOf(Met found)
    {
        if (found.Postings.Norms is null) return null;
        var field = found.Variant.Field;
        if (_shares.TryGetValue(field, out var shares)) return shares;
        var average = AverageOf(field);
        var b = field == SearchField.Head ? _weights.HeadLength : _weights.BodyLength;
        return _shares[field] = [.. Lengths.Select(length => 1 / (1 - b + (b * length / average)))];
    }

    private float AverageOf(string field)
    {
        long sum = 0, documents = 0;
        foreach (var leaf in _leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is not { } terms) continue;
            sum += Math.Max(0, terms.SumTotalTermFreq);
            documents += Math.Max(0, terms.DocCount);
        }

        return documents == 0 ? 1 : Math.Max(1, (float)sum / documents);
    }

    // As BM25Similarity writes them: one byte, 1/sqrt(length).
    private static float Length(int norm)
    {
        var f = SmallSingle.Byte315ToSingle((byte)norm);
        return f == 0 ? 1 : 1 / (f * f);
    }

    /// <summary>A term in a part of the index.</summary>
    private readonly record struct Met(Postings Postings, int Leaf, Variant Variant);
}
