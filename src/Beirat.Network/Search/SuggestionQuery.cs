using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search.Analysis;
using Beirat.Network.Vocabulary;

namespace Beirat.Network.Search;

/// <summary>What somebody may be typing. A concept is searched for; anything else is led to by its <see cref="Key"/>.</summary>
public sealed record Suggestion(SubjectKind Kind, string Text, string Language, string Key);

/// <summary>Suggestions for a search that is half typed: names of concepts, then titles and names of what the viewer may see.</summary>
public sealed class SuggestionQuery
{
    public const int MaxShown = 8;
    public const int ShortestText = 2;
    private const int MaxConcepts = 4;
    private const int MaxLength = 100;
    private static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(300);

    private readonly SearchIndex _index;
    private readonly ConceptDirectory _concepts;
    private readonly HitVisibility _visibility;

    internal SuggestionQuery(SearchIndex index, ConceptDirectory concepts, HitVisibility visibility) =>
        (_index, _concepts, _visibility) = (index, concepts, visibility);

    public async Task<IReadOnlyList<Suggestion>> RunAsync(Viewer viewer, string? typed, CancellationToken cancellation = default)
    {
        var text = (typed ?? string.Empty).Trim();
        if (text.Length > MaxLength || TitleWords.Of(text) is not { Count: > 0 } words || words.Sum(w => w.Length) < ShortestText) return [];
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        // Made once after a start or a change of the vocabulary; the time counts from here.
        var concepts = (await _concepts.SchemeAsync(cancellation)).Names.Beginning(text, language, MaxShown);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        inTime.CancelAfter(AtMost);
        try
        {
            var found = _index.Search((searcher, _) => new TitleSearch(searcher, AtMost).Find(viewer.Level, words)) ?? [];
            return Together(concepts, await _visibility.KeepAsync(viewer, found, d => d.Seen, inTime.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Late suggestions help nobody: what is known by now is enough.
            return Together(concepts, []);
        }
    }

    private static IReadOnlyList<Suggestion> Together(IReadOnlyList<ConceptName> concepts, IReadOnlyList<StoredDocument> titles)
    {
        // A topic is a concept as well: one of the two is enough.
        var known = concepts.Select(c => TitleWords.Fold(c.Name.Text)).ToHashSet();
        var others = titles.Where(t => t.Kind != SubjectKind.Topic || !known.Contains(TitleWords.Fold(t.Title))).DistinctBy(t => (t.Kind, t.Key)).ToList();
        var room = Math.Max(MaxConcepts, MaxShown - others.Count);
        return
        [
            .. concepts.Take(room).Select(c => new Suggestion(SubjectKind.Concept, c.Name.Text, c.Name.Language, c.Id))
                .Concat(others.Select(t => new Suggestion(t.Kind, t.Title, t.TitleLanguage, t.Key))).Take(MaxShown),
        ];
    }
}
