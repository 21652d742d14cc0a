using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Discussions;

/// <summary>Begins a thread. Topics, organisations, articles and events lead here and bring along what it is about.</summary>
public sealed partial class DiscussionNewPage
{
    [Inject]
    public StartDiscussionHandler Handler { get; set; } = default!;

    [Inject]
    public CapacityQuery CapacityChoices { get; set; } = default!;

    [Inject]
    public PeopleByName Names { get; set; } = default!;

    [Inject]
    public TopicListQuery TopicQuery { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Organisation { get; set; }

    [SupplyParameterFromQuery]
    public string? Veranstaltung { get; set; }

    [SupplyParameterFromQuery]
    public string? Wissen { get; set; }

    [SupplyParameterFromForm(FormName = "diskussion")]
    public DiscussionEntry? Entry { get; set; }

    private IReadOnlyList<TopicLink> Topics { get; set; } = [];

    private IReadOnlyList<Capacity> Capacities { get; set; } = [Capacity.Private];

    private Dictionary<string, string> Errors { get; } = [];

    private string? Warning { get; set; }

    /// <summary>A form that came is always shown again: it holds somebody's words.</summary>
    private bool IsShown => StartDiscussionHandler.MayStart(Viewer) || HttpMethods.IsPost(Context.Request.Method);

    private string? Error(string field) => Errors.GetValueOrDefault(field);

    protected override async Task LoadAsync()
    {
        if (!Viewer.IsSignedIn && Entry is null)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path + Context.Request.QueryString)));
            return;
        }

        Entry ??= new DiscussionEntry
        {
            Language = PostRules.AnyLanguage, Topic = Given(Thema), Organization = Given(Organisation), Event = Given(Veranstaltung), Article = Given(Wissen),
        };
        if (Entry.Id == Guid.Empty) Entry.Id = Guid.CreateVersion7();
        if (Entry.Key == Guid.Empty) Entry.Key = Guid.NewGuid();
        Topics = await TopicQuery.ChoicesAsync(Gone);
        Capacities = await CapacityChoices.RunAsync(Viewer, Gone);
        if (!IsShown) Navigation.NotFound();
    }

    private async Task SendAsync()
    {
        if (TokenRefused || !Viewer.IsSignedIn)
        {
            Warning = Viewer.IsSignedIn ? LayoutTexts.FormExpired : DiscussionsTexts.Expired;
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var outcome = await Handler.RunAsync(Viewer, Entry!.ToCommand(), Gone);
        switch (outcome)
        {
            case Outcome<Guid>.Done done: Navigation.NavigateTo($"/diskussionen/{done.Value}?begonnen=1"); break;
            case Outcome<Guid>.Invalid invalid:
                foreach (var (field, reason) in invalid.Fields) Errors[field] = await SayAsync(reason);
                break;
            case Outcome<Guid>.Refused refused: Errors["title"] = Say.Refusal(refused.Reason); break;
            default: Navigation.NotFound(); break;
        }

        if (OutcomeResults.StatusOf(outcome) is { } status) Context.Response.StatusCode = status;
    }

    private async Task<string> SayAsync(Refusal reason) => reason == Refusal.NamesNotFound
        ? Say.Format(ThreadsTexts.NamesMissing, Say.List((await Names.RunAsync(Viewer, PeopleByName.Lines(Entry!.People), Gone)).Missing))
        : Say.Refusal(reason);
}
