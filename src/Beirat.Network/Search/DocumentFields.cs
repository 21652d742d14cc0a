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
    // Parts of compounds stand at the place of their word, so many times finer; those of the text itself begin far behind those of the title.
    private const int PartsPerWord = 8;
    private const int PartsOfBody = 1 << 16;

    private static readonly FieldType Stemmed = Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, norms: true);
    private static readonly FieldType Present = Type(IndexOptions.DOCS_ONLY, norms: false);

    public void Add(Document to, IndexedDocument source)
    {
        var head = new List<(string, int)>();
        var body = new List<(string, int)>();
        var parts = new List<(string Stem, int Place)>();
        var exact = new HashSet<string>();
        var sounds = new HashSet<string>();
        if (source.BorrowedTitleLanguage is null) Read(source.Title, head, 0);
        Read(source.Labels, head, 0);
        Read(source.Body, body, PartsOfBody);
        Put(SearchField.Head, head, Stemmed);
        Put(SearchField.Body, body, Stemmed);
        Put(SearchField.Parts, Steps(parts), Stemmed);
        Put(SearchField.Exact, exact.Select(e => (e, 1)), Present);
        Put(SearchField.Sound, sounds.Select(e => (e, 1)), Present);
        if (source is { BorrowedTitleLanguage: null, Evidence: null }) Put(SearchField.Title, TitleWords.Terms(source.Title).Select(t => (t, 1)), Present);

        void Read(string text, List<(string, int)> stems, int from)
        {
            var place = -1;
            foreach (var word in analysis.Read(text, source.Language))
            {
                if (word.Follows) place++;
                stems.Add((word.Forms.Stem, word.Follows ? 1 : 0));
                exact.Add(word.Forms.Exact);
                if (word.Forms.Sound is { } sound) sounds.Add(sound);
                foreach (var part in word.Forms.Parts) parts.Add((part.Stem, from + (place * PartsPerWord)));
                if (word.Completed is not { } whole) continue;
                parts.Add((whole.Stem, from + (place * PartsPerWord)));
                foreach (var part in whole.Parts) parts.Add((part.Stem, from + (place * PartsPerWord)));
            }
        }

        void Put(string field, IEnumerable<(string, int)> terms, FieldType type) => to.Add(new Field(field, new TermStream(terms), type));
    }

    /// <summary>The word of the text, counted from 0, that a place in the field of parts belongs to; null for one of title and labels.</summary>
    public static int? WordOfPart(int position) => position < PartsOfBody ? null : (position - PartsOfBody) / PartsPerWord;

    // Each part has a place of its own, so that all of them count for the length of the field.
    private static IEnumerable<(string, int)> Steps(IEnumerable<(string Stem, int Place)> parts)
    {
        var last = -1;
        foreach (var (stem, place) in parts)
        {
            var step = Math.Max(place - last, 1);
            last += step;
            yield return (stem, step);
        }
    }

    private static FieldType Type(IndexOptions options, bool norms) => new()
    {
        IsIndexed = true, IsTokenized = true, IsStored = false, OmitNorms = !norms, IndexOptions = options,
    };

    /// <summary>Hands over terms that are ready.</summary>
    private sealed class TermStream : TokenStream
    {
        private readonly IEnumerator<(string Term, int Step)> _terms;
        private readonly ICharTermAttribute _term;
        private readonly IPositionIncrementAttribute _increment;

        public TermStream(IEnumerable<(string, int)> terms)
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
            _increment.PositionIncrement = _terms.Current.Step;
            return true;
        }
    }
}
