using System.Buffers;
using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
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
    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(Length)];

    private readonly IReadOnlyList<AtomicReaderContext> _leaves;
    private readonly IReadOnlyList<IBits> _allowed;
    private readonly SearchWeights _weights;
    private readonly int _visible;
    private readonly int _size;
    private readonly Dictionary<string, float> _averages = [];
    private readonly float[] _score;
    private readonly ulong[] _words;
    private readonly Tally _word;
    private readonly Tally _all;
    private readonly Tally _one;
    private readonly List<int> _touched = [];
    private readonly List<(TermGroup, float)> _groups = [];
    private ulong _asked;

    /// <param name="reader">The index as it is now.</param>
    /// <param name="allowed">For each leaf, the documents that count.</param>
    /// <param name="visible">How many documents count.</param>
    /// <param name="weights">How words are weighed.</param>
    public Ranking(IndexReader reader, IReadOnlyList<IBits> allowed, int visible, SearchWeights weights)
    {
        _weights = weights;
        (_leaves, _allowed, _visible, _size) = ([.. reader.Leaves], allowed, Math.Max(1, visible), Math.Max(1, reader.MaxDoc));
        _score = Rent<float>();
        _words = Rent<ulong>();
        (_word, _all, _one) = (new Tally(_size), new Tally(_size), new Tally(_size));
    }

    /// <summary>Adds a word of the question. Returns in how many documents it is, in whatever form.</summary>
    public int Add(TermGroup group)
    {
        foreach (var variant in group.Variants.Where(v => v.Match == MatchKind.Word)) Count(variant, _word);
        var literal = _word.Documents.Count;
        foreach (var variant in group.Variants.Where(v => v.Match != MatchKind.Word)) Count(variant, _word);
        foreach (var conjunction in group.Conjunctions) Count(conjunction);
        var found = _word.Documents.Count;
        if (found > 0) _asked |= group.Covers;
        // Where the word itself is rare, what merely stands for it does not make it a common one.
        var counted = literal == 0 ? found : literal + ((found - literal) * _weights.Dilution);
        var rarity = MathF.Log(1 + ((Math.Max(0, _visible - counted) + 0.5f) / (counted + 0.5f))) * group.Weight;
        if (!group.IsNear) _groups.Add((group, rarity));
        foreach (var document in _word.Documents)
        {
            var weight = _word.Take(document);
            if (_words[document] == 0)
            {
                if (group.Covers == 0) continue;
                _touched.Add(document);
            }

            // What is only related changes nothing in the order of what was asked for.
            if (!group.IsNear || Held(_words[document]) == 0) _score[document] += rarity * weight * (_weights.K1 + 1) / (weight + _weights.K1);
            _words[document] |= group.Covers;
        }

        _word.Documents.Clear();
        return found;
    }

    /// <summary>Every document that holds at least so many of the words, and scores at least this share of the best.</summary>
    public IReadOnlyList<Ranked> Found(int words, float share = 0)
    {
        var asked = Math.Max(1, Held(_asked));
        var found = new List<Ranked>(_touched.Count);
        var best = 0f;
        foreach (var document in _touched)
        {
            var held = Held(_words[document]);
            if (held < words) continue;
            var score = _score[document] * (1 - _weights.Coverage + (_weights.Coverage * held / asked));
            best = Math.Max(best, score);
            found.Add(new Ranked(document, score, _words[document]));
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
    public IEnumerable<Ranked> Near(int words) => _touched.Where(d => Held(_words[d]) < words && Held(_words[d] | (_words[d] >> Question.MaxWords)) >= words)
        .Select(d => new Ranked(d, _score[d], _words[d]));

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

    public void Dispose()
    {
        foreach (var document in _touched)
        {
            _score[document] = 0;
            _words[document] = 0;
        }

        ArrayPool<float>.Shared.Return(_score);
        ArrayPool<ulong>.Shared.Return(_words);
        _word.Dispose();
        _all.Dispose();
        _one.Dispose();
    }

    private static int Held(ulong words) => BitOperations.PopCount(words & uint.MaxValue);

    private void Count(Conjunction conjunction)
    {
        for (var i = 0; i < conjunction.Words.Count; i++)
        {
            foreach (var variant in conjunction.Words[i]) Count(variant, _one);
            if (i == 0)
            {
                foreach (var document in _one.Documents) _all.Add(document, _one.Take(document));
            }
            else
            {
                var kept = new List<int>();
                foreach (var document in _all.Documents)
                {
                    var least = Math.Min(_all.Take(document), _one.Of(document));
                    if (least <= 0) continue;
                    _all.Set(document, least);
                    kept.Add(document);
                }

                _all.Documents.Clear();
                _all.Documents.AddRange(kept);
                foreach (var document in _one.Documents) _one.Take(document);
            }

            _one.Documents.Clear();
            if (_all.Documents.Count == 0) return;
        }

        foreach (var document in _all.Documents) _word.Add(document, _all.Take(document) * conjunction.Weight);
        _all.Documents.Clear();
    }

    private void Count(Variant variant, Tally into)
    {
        for (var i = 0; i < _leaves.Count; i++)
        {
            if (KnownTerms.Seek(_leaves[i], variant.Field, variant.Term) is { } at) Count(at, _leaves[i], _allowed[i], variant, into);
        }
    }

    private void Count(TermsEnum at, AtomicReaderContext leaf, IBits allowed, Variant variant, Tally into)
    {
        var norms = leaf.AtomicReader.GetNormValues(variant.Field);
        var average = norms is null ? 1 : AverageOf(variant.Field);
        var b = variant.Field == SearchField.Head ? _weights.HeadLength : _weights.BodyLength;
        var postings = at.Docs(leaf.AtomicReader.LiveDocs, null, norms is null ? DocsFlags.NONE : DocsFlags.FREQS);
        int document;
        while ((document = postings.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
        {
            if (!allowed.Get(document)) continue;
            var frequency = norms is null ? 1 : postings.Freq / (1 - b + (b * Lengths[(byte)norms.Get(document)] / average));
            into.Add(leaf.DocBase + document, frequency * variant.Weight);
        }
    }

    private float AverageOf(string field)
    {
        if (_averages.TryGetValue(field, out var average)) return average;
        long sum = 0, documents = 0;
        foreach (var leaf in _leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is not { } terms) continue;
            sum += Math.Max(0, terms.SumTotalTermFreq);
            documents += Math.Max(0, terms.DocCount);
        }

        return _averages[field] = documents == 0 ? 1 : Math.Max(1, (float)sum / documents);
    }

    // As BM25Similarity writes them: one byte, 1/sqrt(length).
    private static float Length(int norm)
    {
        var f = SmallSingle.Byte315ToSingle((byte)norm);
        return f == 0 ? 1 : 1 / (f * f);
    }

    private T[] Rent<T>() where T : struct
    {
        var rented = ArrayPool<T>.Shared.Rent(_size);
        Array.Clear(rented, 0, _size);
        return rented;
    }

    /// <summary>Weights by document, with the list of those that have one.</summary>
    private sealed class Tally : IDisposable
    {
        private readonly float[] _weights;

        public Tally(int size)
        {
            _weights = ArrayPool<float>.Shared.Rent(size);
            Array.Clear(_weights, 0, size);
        }

        public List<int> Documents { get; } = [];

        public void Add(int document, float weight)
        {
            if (_weights[document] == 0) Documents.Add(document);
            _weights[document] += weight;
        }

        public float Of(int document) => _weights[document];

        public void Set(int document, float weight) => _weights[document] = weight;

        public float Take(int document)
        {
            var weight = _weights[document];
            _weights[document] = 0;
            return weight;
        }

        public void Dispose() => ArrayPool<float>.Shared.Return(_weights);
    }
}
