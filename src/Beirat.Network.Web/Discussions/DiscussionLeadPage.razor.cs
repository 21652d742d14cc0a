using System.Text.RegularExpressions;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Discussions;

/// <summary>What staff and whoever began a thread do with it as a whole. Each part is a form of its own.</summary>
public sealed partial class DiscussionLeadPage
{
    [Inject]
    public ThreadQuery Query { get; set; } = default!;

    [Inject]
    public LeadDiscussionHandler Lead { get; set; } = default!;

    [Inject]
    public ChangeReachHandler Reaching { get; set; } = default!;

    [Inject]
    public ReachQuery Previews { get; set; } = default!;

    [Inject]
    public MergeDiscussionsHandler Merging { get; set; } = default!;

    [Inject]
    public TopicListQuery TopicQuery { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "text")]
    public WordingEntry? Wording { get; set; }

    [SupplyParameterFromForm(FormName = "stand")]
    public ClosingEntry? Closing { get; set; }

    [SupplyParameterFromForm(FormName = "ort")]
    public PlaceEntry? Place { get; set; }

    [SupplyParameterFromForm(FormName = "kreis")]
    public ReachEntry? Reach { get; set; }

    [SupplyParameterFromForm(FormName = "zusammen")]
    public JoiningEntry? Joining { get; set; }

    private ThreadView? View { get; set; }

    private IReadOnlyList<TopicLink> Topics { get; set; } = [];

    private ReachPreview? Preview { get; set; }

    private Dictionary<string, string> Errors { get; } = [];

    private string? Warning { get; set; }

    private bool Stale { get; set; }

    private string? Error(string field) => Errors.GetValueOrDefault(field);

    protected override async Task LoadAsync()
    {
        View = await Query.RunAsync(Viewer, Id, cancellation: Gone);
        if (View?.MayLead != true)
        {
            View = null;
            if (!Viewer.IsSignedIn) Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path)));
            else Navigation.NotFound();
            return;
        }

        Topics = await TopicQuery.ChoicesAsync(Gone);
        Wording ??= new WordingEntry { Title = View.Title, Introduction = View.Introduction, Version = View.TextVersion };
        Closing ??= new ClosingEntry();
        Place ??= new PlaceEntry { Topic = View.About.Topic?.Slug, Organization = View.About.Organization?.Slug, Event = View.About.Event?.Slug, Article = View.About.Article?.Slug };
        Reach ??= new ReachEntry { Reach = DiscussionReach.Name(View.Audience, View.IsCircle), People = string.Join('\n', View.Circle.Select(p => p.Name)) };
        Joining ??= new JoiningEntry();
    }

    private Task ReviseAsync() => RunAsync(async () =>
        await Lead.RunAsync(Viewer, new ReviseDiscussion(Id, Wording!.Title, Wording.Introduction, Wording.Version), Gone));

    private Task CloseAsync() => RunAsync(async () => await Lead.RunAsync(Viewer, new CloseDiscussion(Id, Closing!.Closed, Closing.Reason), Gone));

    private Task MoveAsync() => RunAsync(async () =>
        await Lead.RunAsync(Viewer, new MoveDiscussion(Id, new SubjectSlugs(Place!.Topic, Place.Organization, Place.Event, Place.Article)), Gone));

    private async Task ShowAsync()
    {
        if (View is null) return;
        Preview = await Previews.RunAsync(Viewer, Id, Reach!.Reach, Reach.People, Gone);
        if (Preview?.Missing.Count > 0) Fail("people", Say.Format(ThreadsTexts.NamesMissing, Say.List(Preview.Missing)));
        else if (Reach.Step == "save") await RunAsync(async () => await Reaching.RunAsync(Viewer, new ChangeReach(Id, Reach.Reach, Reach.People, Reach.Reason, Reach.Confirmed), Gone), "reachReason");
        else if (Preview is null) Fail("reach", Say.Refusal(Refusal.UnknownAudience));
    }

    private Task MergeAsync() => RunAsync(async () => await Merging.RunAsync(Viewer, new MergeDiscussions(Id, TargetOf(Joining!.Target), Joining.Reason, Joining.Confirmed), Gone));

    private async Task RunAsync(Func<Task<Outcome<Guid>>> work, string reasonField = "reason")
    {
        if (View is null) return;
        if (TokenRefused)
        {
            Warning = LayoutTexts.FormExpired;
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        switch (await work())
        {
            case Outcome<Guid>.Done done: Navigation.NavigateTo($"/diskussionen/{done.Value}"); break;
            case Outcome<Guid>.Invalid invalid:
                foreach (var (field, reason) in invalid.Fields) Fail(field == "reason" ? reasonField : field, Say.Refusal(reason));
                break;
            case Outcome<Guid>.Stale stale:
                (Stale, Wording!.Version) = (true, stale.Version);
                Context.Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            default: Navigation.NotFound(); break;
        }
    }

    private void Fail(string field, string message)
    {
        Errors[field] = message;
        Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    // People copy the address out of the address bar.
    private static Guid TargetOf(string? typed) => Guid.TryParse(GuidIn().Match(typed ?? string.Empty).Value, out var id) ? id : Guid.Empty;

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex GuidIn();
}

/// <summary>Title and introduction as somebody changes them.</summary>
public sealed class WordingEntry
{
    public string? Title { get; set; }

    public string? Introduction { get; set; }

    public int Version { get; set; }
}

/// <summary>Closing or opening again.</summary>
public sealed class ClosingEntry
{
    public bool Closed { get; set; }

    public string? Reason { get; set; }
}

/// <summary>What the thread is to be about.</summary>
public sealed class PlaceEntry
{
    public string? Topic { get; set; }

    public string? Organization { get; set; }

    public string? Event { get; set; }

    public string? Article { get; set; }
}

/// <summary>Who is to read the thread.</summary>
public sealed class ReachEntry
{
    public string? Reach { get; set; }

    public string? People { get; set; }

    public string? Reason { get; set; }

    public bool Confirmed { get; set; }

    public string? Step { get; set; }
}

/// <summary>The thread to go into.</summary>
public sealed class JoiningEntry
{
    public string? Target { get; set; }

    public string? Reason { get; set; }

    public bool Confirmed { get; set; }
}
