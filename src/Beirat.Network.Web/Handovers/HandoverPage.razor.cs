using Beirat.Network.Common;
using Beirat.Network.Handovers;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Council;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Handovers;

/// <summary>One handover: what is open, ticked off or passed on.</summary>
public sealed partial class HandoverPage
{
    [Inject]
    public HandoverQuery Query { get; set; } = default!;

    [Inject]
    public HandoverWork Work { get; set; } = default!;

    [Inject]
    public PersonSearch People { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    [SupplyParameterFromForm(FormName = "uebergabe")]
    public MandateEntry? Entry { get; set; }

    private HandoverView? View { get; set; }

    private Dictionary<string, string> Errors { get; } = [];

    private IReadOnlyList<FoundPerson>? Found { get; set; }

    private bool FoundMore { get; set; }

    private bool Stale { get; set; }

    /// <summary>Something is open: closing has to be confirmed.</summary>
    private bool Asks { get; set; }

    /// <summary>The name of an item's box; each has its own, so that a box left empty can be told from one that was not there.</summary>
    internal static string BoxOf(HandoverItem item) => $"erledigt-{item.Kind}-{item.Id:N}";

    protected override async Task LoadForStaffAsync()
    {
        Entry ??= new MandateEntry();
        View = await Query.OneAsync(Viewer, Id, Gone);
        if (View is null) Navigation.NotFound();
    }

    private async Task SubmitAsync()
    {
        if (View is null) return;
        if (Given(Entry!.Search) is { } words) (Found, FoundMore) = await People.RunAsync(Viewer, words, Gone);
        if (TokenRefused || Entry.Step == "search") return;
        Asks = Entry.Step == "close" && View.IsOpen && StillOpen(View).Any();
        if (Asks) return;
        if (Entry.Step == "pass" && !Guid.TryParse(Entry.PersonId, out _)) Errors["person"] = MandateTexts.ChooseFound;
        if (Errors.Count == 0) await ShowAsync(await RunAsync(View));
        else Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private Task<Outcome<Guid>> RunAsync(HandoverView view) => Entry!.Step switch
    {
        "pass" => Work.PassArticlesAsync(Viewer, Id, Guid.Parse(Entry.PersonId!), Gone),
        "close" or "close-anyway" => Work.CloseAsync(Viewer, Id, Gone),
        _ => Work.TickAsync(Viewer, Id, Boxes(view, ticked: true), Boxes(view, ticked: false), Gone),
    };

    private async Task ShowAsync(Outcome<Guid> outcome)
    {
        if (outcome is Outcome<Guid>.Done) Navigation.NavigateTo($"/verwaltung/uebergaben/{Id}?gespeichert=1");
        Context.Response.StatusCode = OutcomeResults.StatusOf(outcome) ?? Context.Response.StatusCode;
        if (outcome is Outcome<Guid>.Invalid invalid) foreach (var (field, reason) in invalid.Fields) Errors[field] = Say.Refusal(reason);
        Stale = outcome is Outcome<Guid>.Stale or Outcome<Guid>.Refused;
        if (Stale) View = await Query.OneAsync(Viewer, Id, Gone);
    }

    private List<(HandoverItemKind Kind, Guid Id)> Boxes(HandoverView view, bool ticked) =>
        [.. view.Items.Where(i => Context.Request.Form.ContainsKey(BoxOf(i)) == ticked).Select(i => (i.Kind, i.Id))];

    private static IEnumerable<string> StillOpen(HandoverView view)
    {
        foreach (var kind in view.Items.Where(i => !i.Done).GroupBy(i => i.Kind)) yield return Say.Format(HandoversTexts.StillOpen, Say.Kind(kind.Key), kind.Count());
        if (view.Messages > 0) yield return Say.Format(HandoversTexts.StillOpen, HandoversTexts.MessagesTitle, view.Messages);
        if (view.AnsweredAt is null) yield return HandoversTexts.QuestionUnanswered;
    }

    private static string Answer(HandoverView view) => (view.StaysFindable, view.AnsweredAt) switch
    {
        (true, { } at) => Say.Format(HandoversTexts.AnsweredYes, When.Day(at)),
        (false, { } at) => Say.Format(HandoversTexts.AnsweredNo, When.Day(at)),
        _ => HandoversTexts.NotAnswered,
    };
}
