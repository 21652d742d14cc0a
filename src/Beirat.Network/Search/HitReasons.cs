using System.Globalization;

namespace Beirat.Network.Search;

/// <summary>The few reasons that tell a reader most about why something was found.</summary>
internal static class HitReasons
{
    private const int Shown = 5;

    public static IReadOnlyList<HitReason> Of(IEnumerable<MatchedWord> words, Question question, bool isLifted)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var labels = question.Concepts.Select(c => c.Concept).Where(c => c.IsShown).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.In(language).Text);
        return [.. words.OrderBy(w => w.Match).DistinctBy(w => w.Text, StringComparer.OrdinalIgnoreCase).Take(Shown)
            .Select(w => new HitReason(w.Match, w.Text, w.Parts, w.Concept is { } id ? labels.GetValueOrDefault(id) : null)),
            .. isLifted ? [new HitReason(MatchKind.Recent, string.Empty, [], null)] : Array.Empty<HitReason>()];
    }
}

/// <summary>The concepts of a question as they are shown.</summary>
internal static class UsedConcepts
{
    public static IReadOnlyList<UsedConcept> Of(Question question)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return [.. question.Concepts.Where(c => c.Concept.IsShown).DistinctBy(c => c.Concept.Id).Select(c =>
        {
            var name = c.Concept.In(language);
            return new UsedConcept(c.Concept.Id, name.Text, name.Language, c.Concept.TopicId is null ? null : c.Concept.Id, c.From);
        })];
    }
}
