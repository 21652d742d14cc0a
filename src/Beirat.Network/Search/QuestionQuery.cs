using Beirat.Network.Common;
using Beirat.Network.Search.Analysis;
using Beirat.Network.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Beirat.Network.Search;

/// <summary>How a question becomes a query of the index.</summary>
internal static class QuestionQuery
{
    private const float TitleBoost = 2.5f;
    private const float LabelBoost = 1.2f;
    private const float ConceptBoost = 0.7f;
    private const float FuzzyBoost = 0.5f;
    private const float OtherNameBoost = 0.4f;

    // A topic may have many names; these are enough to find what has no topic of its own.
    private const int MaxOtherNames = 16;

    // Up to this many words all must be there; of longer questions a part.
    private const int AllOf = 2;

    /// <param name="question">The question; it must have words.</param>
    /// <param name="reader">Tells which words occur at all: those that do not are matched with typing errors.</param>
    /// <param name="strict">True for search (words must be there), false for the expert finder (each counts).</param>
    public static BooleanQuery Make(Question question, IndexReader reader, bool strict)
    {
        var query = new BooleanQuery();
        for (var i = 0; i < question.Words.Count; i++)
            query.Add(WordQuery(question.Words[i], [.. ConceptsAt(question, i)], reader), Occur.SHOULD);
        var words = question.Words.Count;
        query.MinimumNumberShouldMatch = !strict ? 1 : words <= AllOf ? words : (words + 1) / 2;
        return query;
    }

    /// <summary>Only what this viewer may see.</summary>
    public static Filter ForViewer(Viewer viewer, string role) => new QueryWrapperFilter(new BooleanQuery
    {
        { new TermQuery(new Term(SearchField.Reader, viewer.Level.ToString())), Occur.MUST },
        { new TermQuery(new Term(SearchField.Role, role)), Occur.MUST },
    });

    /// <summary>Every form under which the question, or what it means, may stand in a text: what a snippet marks.</summary>
    public static HashSet<string> TermsOf(Question question) =>
        [.. question.Words.SelectMany(TermsOf), .. question.Concepts.SelectMany(c => OtherNames(c.Topic)).Where(n => n.Count == 1).SelectMany(n => n)];

    /// <summary>The forms under which a word may stand in the index.</summary>
    private static HashSet<string> TermsOf(string word) =>
        
    [
        // A stemmer of another language may leave a single letter of a word: that would match everything.
        .. Words.LanguagesFor(word).SelectMany(language => Words.In(word, language)).Select(w => w.Term).Where(t => t.Length > 1 || word.Length == 1),
    ];

    private static IEnumerable<RecognisedConcept> ConceptsAt(Question question, int word) =>
        question.Concepts.Where(c => word >= c.First && word < c.First + c.Length);

    private static DisjunctionMaxQuery WordQuery(string word, IReadOnlyList<RecognisedConcept> concepts, IndexReader reader)
    {
        var any = new DisjunctionMaxQuery(0.1f);
        var known = false;
        var terms = TermsOf(word);
        foreach (var term in terms)
        {
            known |= reader.DocFreq(new Term(SearchField.Body, term)) + reader.DocFreq(new Term(SearchField.Title, term)) > 0;
            AddFields(any, term, 1);
        }

        if (!known && concepts.Count == 0) AddFuzzy(any, terms);
        foreach (var concept in concepts) AddConcept(any, concept.Topic);
        return any;
    }

    private static void AddFields(DisjunctionMaxQuery any, string term, float boost)
    {
        any.Add(new TermQuery(new Term(SearchField.Title, term)) { Boost = TitleBoost * boost });
        any.Add(new TermQuery(new Term(SearchField.Labels, term)) { Boost = LabelBoost * boost });
        any.Add(new TermQuery(new Term(SearchField.Body, term)) { Boost = boost });
    }

    private static void AddFuzzy(DisjunctionMaxQuery any, IEnumerable<string> terms)
    {
        foreach (var term in terms.Where(t => t.Length >= 4))
        {
            var edits = term.Length >= 8 ? 2 : 1;
            any.Add(new FuzzyQuery(new Term(SearchField.Title, term), edits, 1, 20, true) { Boost = FuzzyBoost * TitleBoost });
            any.Add(new FuzzyQuery(new Term(SearchField.Labels, term), edits, 1, 20, true) { Boost = FuzzyBoost });
            any.Add(new FuzzyQuery(new Term(SearchField.Body, term), edits, 1, 20, true) { Boost = FuzzyBoost });
        }
    }

    // What is filed under the topic, and what uses one of its other names, in whatever language.
    private static void AddConcept(DisjunctionMaxQuery any, TopicEntry topic)
    {
        any.Add(new TermQuery(new Term(SearchField.Topic, topic.Id.ToString("N"))) { Boost = ConceptBoost });
        foreach (var name in OtherNames(topic))
        {
            var phrase = new PhraseQuery { Boost = OtherNameBoost };
            foreach (var term in name) phrase.Add(new Term(SearchField.Body, term));
            any.Add(phrase);
        }
    }

    private static IEnumerable<IReadOnlyList<string>> OtherNames(TopicEntry topic) => topic.Names
        .OrderByDescending(n => n.Language == Languages.Default).Take(MaxOtherNames)
        .Select(n => (IReadOnlyList<string>)[.. Words.In(n.Text, n.Language).Select(w => w.Term)]).Where(n => n.Count > 0);
}
