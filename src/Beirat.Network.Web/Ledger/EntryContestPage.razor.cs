using Beirat.Network.Common;
using Beirat.Network.Ledger;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Ledger;

/// <summary>What the form holds.</summary>
public sealed class ContestEntryForm
{
    public string? Reason { get; set; }
}

/// <summary>Says of an own entry that it is not right.</summary>
public sealed partial class EntryContestPage
{
    [Inject]
    public LedgerQuery Query { get; set; } = default!;

    [Inject]
    public ContestHandler Handler { get; set; } = default!;

    /// <summary>A kind of evidence.</summary>
    [Parameter]
    public string Art { get; set; } = string.Empty;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "widerspruch")]
    public ContestEntryForm? Entry { get; set; }

    private LedgerEntry? Subject { get; set; }

    private Dictionary<string, string> Errors { get; set; } = [];

    protected override async Task LoadAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path)));
            return;
        }

        Entry ??= new ContestEntryForm();
        Subject = LedgerAddress.KindOf(Art) is { } kind ? await Query.EntryAsync(Viewer, new EvidenceSource(kind, Id), Gone) : null;
        if (Subject is null) Navigation.NotFound();
        // What is contested already has its words in the ledger.
        else if (Subject.Contest is not null) Navigation.NavigateTo($"{LedgerAddress.Own}#{LedgerAddress.Anchor(Subject.Source)}");
    }

    private async Task SendAsync()
    {
        if (TokenRefused || Subject is not { } subject) return;
        switch (await Handler.RunAsync(Viewer, new ContestEntry(subject.Source, Entry!.Reason), Gone))
        {
            case Outcome<Guid>.Done:
                Navigation.NavigateTo($"{LedgerAddress.Own}?stand=angefochten#{LedgerAddress.Anchor(subject.Source)}");
                break;
            case Outcome<Guid>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case Outcome<Guid>.Refused:
                Navigation.NavigateTo($"{LedgerAddress.Own}?stand=entschieden");
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
