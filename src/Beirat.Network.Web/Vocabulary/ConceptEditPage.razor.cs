using Beirat.Network.Common;
using Beirat.Network.Vocabulary;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Vocabulary;

/// <summary>One concept of the vocabulary, changed by staff.</summary>
public sealed partial class ConceptEditPage
{
    [Inject]
    public ConceptStaffQuery Query { get; set; } = default!;

    [Inject]
    public ConceptChangeHandler Handler { get; set; } = default!;

    [Parameter]
    public string Id { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    /// <summary>Why taking out or taking back was refused: a refusal, or "stale".</summary>
    [SupplyParameterFromQuery(Name = "fehler")]
    public string? Refused { get; set; }

    [SupplyParameterFromForm(FormName = "begriff")]
    public ConceptEntry? Entry { get; set; }

    private ConceptStaffView? Stored { get; set; }

    private Dictionary<string, string> Errors { get; set; } = [];

    private bool IsStale { get; set; }

    /// <summary>What is stored now and differs from what was typed.</summary>
    private IEnumerable<(string Label, string Value)> Differences =>
        Values(ConceptEntry.Of(Stored!)).Except(Values(Entry!)).Concat(
            Values(Entry!).Select(v => v.Label).Except(Values(ConceptEntry.Of(Stored!)).Select(v => v.Label)).Select(label => (label, string.Empty)));

    protected override async Task LoadForStaffAsync()
    {
        Stored = await Query.OneAsync(Viewer, Id, Gone);
        if (Stored is null)
        {
            Navigation.NotFound();
            return;
        }

        Entry ??= ConceptEntry.Of(Stored);
        if (Enum.TryParse<Refusal>(Refused, out var reason) && Enum.IsDefined(reason)) Errors["entfernen"] = Say.Refusal(reason);
    }

    private async Task SaveAsync()
    {
        if (TokenRefused || Stored is null) return;
        switch (await Handler.RunAsync(Viewer, new ConceptChange(Id, Entry!.Version, Entry.Draft()), Gone))
        {
            case Outcome<string>.Done:
                Navigation.NavigateTo($"/verwaltung/begriffe/{Id}?gespeichert=1");
                break;
            case Outcome<string>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case Outcome<string>.Stale:
                IsStale = true;
                Stored = await Query.OneAsync(Viewer, Id, Gone);
                Entry.Version = Stored?.Version ?? Entry.Version;
                Context.Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private static IEnumerable<(string Label, string Value)> Values(ConceptEntry entry)
    {
        var draft = entry.Draft();
        return draft.Names.Select(n => (Say.Format(VocabularyTexts.NamesIn, Say.Language(n.Key)), n.Value.Trim()))
            .Concat(draft.Definitions.Select(d => (Say.Format(VocabularyTexts.DefinitionIn, Say.Language(d.Key)), d.Value.Trim())))
            .Append((VocabularyTexts.Broader, draft.Broader.Trim())).Append((VocabularyTexts.Related, draft.Related.Trim()))
            .Where(v => v.Item2.Length > 0);
    }
}
