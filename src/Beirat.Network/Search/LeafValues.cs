using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Beirat.Network.Search;

/// <summary>Which values of a field each document of a part of the index has. Worked out once for each part, which never changes.</summary>
internal sealed class LeafValues
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, LeafValues>> Known = [];

    private readonly int[] _starts;
    private readonly int[] _values;
    private readonly Lazy<int[]> _numbers;

    private LeafValues(AtomicReader reader, string field)
    {
        var terms = new List<string>();
        var pairs = new List<(int Document, int Value)>();
        var at = reader.GetTerms(field)?.GetEnumerator();
        while (at?.MoveNext() == true)
        {
            var documents = at.Docs(null, null, DocsFlags.NONE);
            int document;
            while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS) pairs.Add((document, terms.Count));
            terms.Add(at.Term.Utf8ToString());
        }

        Terms = terms;
        _numbers = new Lazy<int[]>(() => [.. terms.Select(t => int.Parse(t, CultureInfo.InvariantCulture))]);
        _starts = new int[reader.MaxDoc + 1];
        foreach (var (document, _) in pairs) _starts[document + 1]++;
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        _values = new int[pairs.Count];
        var next = _starts[..^1];
        foreach (var (document, value) in pairs) _values[next[document]++] = value;
    }

    /// <summary>The values that occur, in order.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>The same as numbers, for a field that holds numbers.</summary>
    public IReadOnlyList<int> Numbers => _numbers.Value;

    /// <summary>The numbers of a document's values among <see cref="Terms"/>.</summary>
    public ReadOnlySpan<int> Of(int document) => _values.AsSpan(_starts[document], _starts[document + 1] - _starts[document]);

    public static LeafValues For(AtomicReaderContext leaf, string field) =>
        Known.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new()).GetOrAdd(field, f => new LeafValues(leaf.AtomicReader, f));
}
