using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Discussions;

/// <summary>Reports that wait for a decision or have one, and whose writing is stopped.</summary>
public sealed partial class ReportsPage
{
    private const string Ended = "entschieden";

    [Inject]
    public PeopleByName Names { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Stand { get; set; }

    [SupplyParameterFromQuery]
    public string? Nach { get; set; }

    [SupplyParameterFromForm]
    public DecisionEntry? Entry { get; set; }

    [SupplyParameterFromForm(FormName = "aussetzung")]
    public StopEntry? Stop { get; set; }

    [SupplyParameterFromForm]
    public StopEntry? Lift { get; set; }

    private Page<ReportCard> Reports { get; set; } = new([], null);

    private IReadOnlyList<StopCard> Stops { get; set; } = [];

    private Dictionary<string, string> Errors { get; } = [];

    private string? Warning { get; set; }

    private bool IsDecided => Given(Stand) == Ended;

    private static IEnumerable<KeyValuePair<string, string>> Decisions =>
        Enum.GetValues<ReportState>().Where(s => s != ReportState.Open).Select(s => KeyValuePair.Create($"{s}", Say.Decision(s)));

    protected override async Task LoadForStaffAsync()
    {
        Reports = await Query.QueueAsync(Viewer, IsDecided, Guid.TryParse(Nach, out var after) ? after : null, Gone);
        Stops = await Query.StopsAsync(Viewer, Gone);
        Stop ??= new StopEntry();
    }

    private async Task DecideAsync()
    {
        if (Refused()) return;
        var state = Enum.TryParse<ReportState>(Entry!.State, out var known) && Enum.IsDefined(known) ? known : ReportState.Open;
        var outcome = await Handler.RunAsync(Viewer, new DecideReport(Entry.Id, state, Entry.Decision), Gone);
        if (outcome is Outcome<Guid>.Done) Navigation.NavigateTo("/verwaltung/meldungen");
        else Show(outcome);
    }

    private async Task StopAsync()
    {
        if (Refused()) return;
        var people = await Names.RunAsync(Viewer, PeopleByName.Lines(Stop!.Person), Gone);
        if (people.Found.Count != 1 || people.Missing.Count > 0) Errors["person"] = Say.Refusal(Refusal.NamesNotFound);
        if (!Typed.TryDay(Stop.Until, out var until)) Errors["until"] = Say.Refusal(Refusal.NotADate);
        if (Errors.Count > 0)
        {
            Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var outcome = await Handler.RunAsync(Viewer, new StopWriting(people.Found[0].Slug, until, Stop.Reason), Gone);
        if (outcome is Outcome<bool>.Done) Navigation.NavigateTo("/verwaltung/meldungen#aussetzen");
        else Show(outcome);
    }

    private async Task LiftAsync()
    {
        if (Refused()) return;
        await Handler.RunAsync(Viewer, new StopWriting(Lift?.Person ?? string.Empty, null, null), Gone);
        Navigation.NavigateTo("/verwaltung/meldungen#aussetzen");
    }

    private bool Refused()
    {
        if (!Viewer.IsStaff) return true;
        if (!TokenRefused) return false;
        Warning = LayoutTexts.FormExpired;
        Context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return true;
    }

    private void Show<T>(Outcome<T> outcome)
    {
        if (outcome is Outcome<T>.Invalid invalid) foreach (var (field, reason) in invalid.Fields) Errors[field] = Say.Refusal(reason);
        else Navigation.NotFound();
        if (OutcomeResults.StatusOf(outcome) is { } status) Context.Response.StatusCode = status;
    }
}
