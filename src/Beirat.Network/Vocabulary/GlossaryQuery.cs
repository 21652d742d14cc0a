using System.Globalization;

namespace Beirat.Network.Vocabulary;

/// <summary>A concept to link to, in the reader's language if it has a name there.</summary>
public sealed record ConceptLink(string Id, string Label, string Language);

/// <summary>A concept with what it means.</summary>
public sealed record GlossaryEntry(ConceptLink Concept, string Definition, string Language);

/// <summary>A part of the glossary; <see cref="Letters"/> are those that some concept begins with.</summary>
public sealed record GlossaryPart(IReadOnlyList<string> Letters, IReadOnlyList<GlossaryEntry> Entries, int Total, int Page, bool HasMore);

/// <summary>The glossary from A to Z: concepts that are explained.</summary>
public sealed class GlossaryQuery
{
    public const int PageSize = 40;
    private const int MaxPage = 200;

    private readonly ConceptDirectory _concepts;

    internal GlossaryQuery(ConceptDirectory concepts) => _concepts = concepts;

    /// <summary>By first letter, or by words in any name of any language. Pages count from 1.</summary>
    public async Task<GlossaryPart> RunAsync(string? text, string? letter, int page, CancellationToken cancellation = default)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var scheme = await _concepts.SchemeAsync(cancellation);
        var all = scheme.Explained(language);
        page = Math.Clamp(page, 1, MaxPage);
        var wanted = text is not null
            ? scheme.Find(text).Where(c => c.Definitions.Count > 0).Select(c => ConceptScheme.EntryOf(c, language))
            : all.Where(e => letter is null || ConceptScheme.LetterOf(e.Concept.Label) == letter);
        var found = wanted.ToList();
        var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new GlossaryPart([.. all.Select(e => ConceptScheme.LetterOf(e.Concept.Label)).Distinct()], shown, found.Count, page, found.Count > page * PageSize);
    }
}
