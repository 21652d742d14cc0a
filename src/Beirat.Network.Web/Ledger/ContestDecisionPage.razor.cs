using Beirat.Network.Common;
using Beirat.Network.Ledger;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Ledger;

/// <summary>What the form holds.</summary>
public sealed class ContestDecisionForm
{
    /// <summary>"ja": the entry counts again.</summary>
    public string? Counts { get; set; }

    public string? Note { get; set; }
}

/// <summary>Staff decides about a contested entry.</summary>
public sealed partial class ContestDecisionPage
{
    [Inject]
    public ContestQuery Query { get; set; } = default!;

    [Inject]
    public ContestHandler Handler { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "entscheidung")]
    public ContestDecisionForm? Entry { get; set; }

    private ContestView? View { get; set; }

    private string? Conflict { get; set; }

    /// <summary>A form that came is always shown again, also when somebody else was faster: it holds what was typed.</summary>
    private bool ShowsForm => View!.RefusalToDecide is null || HttpMethods.IsPost(Context.Request.Method);

    private Dictionary<string, string> Errors { get; set; } = [];

    private static IEnumerable<KeyValuePair<string, string>> Choices => [new("ja", LedgerTexts.DecisionKeep), new("nein", LedgerTexts.DecisionExclude)];

    protected override async Task LoadForStaffAsync()
    {
        Entry ??= new ContestDecisionForm();
        View = await Query.OneAsync(Viewer, Id, Gone);
        if (View is null) Navigation.NotFound();
    }

    private async Task DecideAsync()
    {
        if (TokenRefused || View is null) return;
        bool? counts = Entry!.Counts switch { "ja" => true, "nein" => false, _ => null };
        switch (await Handler.RunAsync(Viewer, new ContestDecision(Id, counts, Entry.Note), Gone))
        {
            case Outcome<Guid>.Done:
                Navigation.NavigateTo($"{LedgerAddress.Staff}?gespeichert=1");
                break;
            case Outcome<Guid>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case Outcome<Guid>.Refused refused:
                // Somebody else was faster: what they decided is shown above what was typed.
                Conflict = Say.Refusal(refused.Reason);
                Context.Response.StatusCode = StatusCodes.Status409Conflict;
                View = await Query.OneAsync(Viewer, Id, Gone);
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
