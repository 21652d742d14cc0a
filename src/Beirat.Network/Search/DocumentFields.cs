using Beirat.Network.Search.Analysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Beirat.Network.Search;

/// <summary>
/// The words of a document as fields of the index: stems with their places, what compounds are made of, exact spellings, and how names sound.
/// </summary>
internal sealed class DocumentFields(TextAnalysis analysis)
{
    private static readonly FieldType Stemmed = Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, norms: true);
    private static readonly FieldType Counted = Type(IndexOptions.DOCS_AND_FREQS, norms: true);
    private static readonly FieldType Present = Type(IndexOptions.DOCS_ONLY, norms: false);

    public void Add(Document to, IndexedDocument source)
    {
        var head = new List<(string, bool)>();
        var body = new List<(string, bool)>();
        var parts = new List<(string, bool)>();
        var exact = new HashSet<string>();
        var sounds = new HashSet<string>();
        if (source.BorrowedTitleLanguage is null) Read(source.Title, head);
        Read(source.Labels, head);
        Read(source.Body, body);
        Put(SearchField.Head, head, Stemmed);
        Put(SearchField.Body, body, Stemmed);
        Put(SearchField.Parts, parts, Counted);
        Put(SearchField.Exact, exact.Select(e => (e, true)), Present);
        Put(SearchField.Sound, sounds.Select(e => (e, true)), Present);
        if (source is { BorrowedTitleLanguage: null, Evidence: null }) Put(SearchField.Title, TitleWords.Terms(source.Title).Select(t => (t, true)), Present);

        void Read(string text, List<(string, bool)> stems)
        {
            foreach (var word in analysis.Read(text, source.Language))
            {
                stems.Add((word.Forms.Stem, word.Follows));
                exact.Add(word.Forms.Exact);
                if (word.Forms.Sound is { } sound) sounds.Add(sound);
                foreach (var part in word.Forms.Parts) parts.Add((part.Stem, true));
                if (word.Completed is not { } whole) continue;
                parts.Add((whole.Stem, true));
                foreach (var part in whole.Parts) parts.Add((part.Stem, true));
            }
        }

        void Put(string field, IEnumerable<(string, bool)> terms, FieldType type) => to.Add(new Field(field, new TermStream(terms), type));
    }

    private static FieldType Type(IndexOptions options, bool norms) => new()
    {
        IsIndexed = true, IsTokenized = true, IsStored = false, OmitNorms = !norms, IndexOptions = options,
    };

    /// <summary>Hands over terms that are ready.</summary>
    private sealed class TermStream : TokenStream
    {
        private readonly IEnumerator<(string Term, bool Follows)> _terms;
        private readonly ICharTermAttribute _term;
        private readonly IPositionIncrementAttribute _increment;

        public TermStream(IEnumerable<(string, bool)> terms)
        {
            _terms = terms.GetEnumerator();
            _term = AddAttribute<ICharTermAttribute>();
            _increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override bool IncrementToken()
        {
            if (!_terms.MoveNext()) return false;
            ClearAttributes();
            _term.Append(_terms.Current.Term);
            _increment.PositionIncrement = _terms.Current.Follows ? 1 : 0;
            return true;
        }
    }
}
