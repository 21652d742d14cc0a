using System.Diagnostics;
using System.Globalization;
using Beirat.Network.Search.Analysis;
using Beirat.Network.Vocabulary;

namespace Beirat.Network.Search;

/// <summary>What somebody can do who found nothing. Whatever is offered here has hits.</summary>
public sealed record WaysOn
{
    /// <summary>Hits of the same words without filters; 0 when there was none.</summary>
    public int Unfiltered { get; init; }

    /// <summary>Words of the question that find something alone, with the same filters.</summary>
    public IReadOnlyList<FacetCount<string>> Words { get; init; } = [];

    /// <summary>Concepts around those that were asked for, or called nearly like the words, without filters.</summary>
    public IReadOnlyList<FacetCount<ConceptLink>> Neighbours { get; init; } = [];
}

/// <summary>Looks for neighbours of a question that found nothing.</summary>
internal sealed class Neighbourhood(Question question, ConceptScheme scheme)
{
    private const int MaxWords = 6;
    private const int Shown = 8;

    // Each costs a search.
    private const int Tried = 24;

    // Beginnings shorter than this are shared by chance.
    private const int ShortestBeginning = 4;

    // Who found nothing does not wait long for other ways; the nearest are tried in any case, also by a portal that has just started.
    private const int TriedAnyway = 8;
    private static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(200);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly string _language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <param name="splits">What compounds of the question are made of.</param>
    /// <param name="filter">What the search was narrowed to.</param>
    /// <param name="count">Counts the hits of other words.</param>
    public WaysOn Look(IReadOnlyList<SplitWord> splits, FacetFilter filter, Func<string, FacetFilter, int> count)
    {
        var open = new FacetFilter(null, null, null, null, null, filter.Today);
        var words = question.Words.Count > 1 ? question.Words.Take(MaxWords) : [];
        return new WaysOn
        {
            Unfiltered = filter.IsSet ? count(question.Text, open) : 0,
            Words = [.. words.Concat(splits.SelectMany(s => s.Parts)).Distinct(StringComparer.OrdinalIgnoreCase).TakeWhile((_, i) => MayTry(i)).Select(w => new FacetCount<string>(w, count(w, filter))).Where(w => w.Count > 0)],
            Neighbours = [.. Alike().Take(Tried / 2).Concat(Around()).DistinctBy(c => c.Id).Take(Tried).Select(c => ConceptScheme.LinkOf(c, _language))
                .Where(l => TitleWords.Fold(l.Label) != TitleWords.Fold(question.Text)).TakeWhile((_, i) => MayTry(i))
                .Select(l => new FacetCount<ConceptLink>(l, count(l.Label, open))).Where(l => l.Count > 0).Take(Shown)],
        };
    }

    private bool MayTry(int index) => index < TriedAnyway || Stopwatch.GetElapsedTime(_started) < AtMost;

    private IEnumerable<Concept> Around()
    {
        var asked = question.Concepts.Select(c => scheme.ById.GetValueOrDefault(c.Concept.Id)).OfType<Concept>().DistinctBy(c => c.Id).ToList();
        return asked.SelectMany(c => scheme.Narrower(c).Concat(scheme.Related(c)).Concat(scheme.Broader(c))).Where(c => !asked.Contains(c));
    }

    // Spelt nearly alike, or beginning alike: "Wohnungsgeberbescheinigung" leads to "Wohnung".
    private IEnumerable<Concept> Alike()
    {
        foreach (var word in question.Words.Take(MaxWords).Select(TitleWords.Fold).Where(w => w.Length >= ShortestBeginning))
        {
            var near = scheme.Names.Near(word, question.Language).Concat(scheme.Names.Beginning(word[..Math.Max(ShortestBeginning, word.Length * 2 / 3)], question.Language, Shown));
            foreach (var name in near) yield return scheme.ById[name.Id];
        }
    }
}
