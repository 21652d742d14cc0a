using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Notices;
using Beirat.Network.Outbox;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Discussions;

/// <summary>A discussion with its posts and the reply form. Everything works by form and reload; script adds live updates.</summary>
public sealed partial class ThreadPage
{
    /// <summary>The button that keeps what was written instead of sending it.</summary>
    public const string Draft = "draft";

    private const string Fragment = "#beitrag-";

    [Inject]
    public ThreadQuery Query { get; set; } = default!;

    [Inject]
    public CapacityQuery CapacityChoices { get; set; } = default!;

    [Inject]
    public PostReplyHandler Reply { get; set; } = default!;

    [Inject]
    public PostDrafts Drafts { get; set; } = default!;

    [Inject]
    public ThreadReadHandler Reading { get; set; } = default!;

    [Inject]
    public FollowThreadHandler Following { get; set; } = default!;

    [Inject]
    public MentionQuery Calls { get; set; } = default!;

    [Inject]
    public ModerationQuery Moderation { get; set; } = default!;

    [Inject]
    public ArticlesFromQuery FromHere { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>First post of the page.</summary>
    [SupplyParameterFromQuery]
    public string? Ab { get; set; }

    /// <summary>A post that must be on the page.</summary>
    [SupplyParameterFromQuery]
    public string? Beitrag { get; set; }

    /// <summary>A post to quote.</summary>
    [SupplyParameterFromQuery]
    public string? Zitat { get; set; }

    /// <summary>Languages of posts to show; between commas, or several times.</summary>
    [SupplyParameterFromQuery]
    public string[]? Sprachen { get; set; }

    /// <summary>Begins with the first post that the viewer has not read.</summary>
    [SupplyParameterFromQuery]
    public string? Ungelesen { get; set; }

    [SupplyParameterFromQuery]
    public string? Begonnen { get; set; }

    [SupplyParameterFromQuery]
    public string? Gemeldet { get; set; }

    [SupplyParameterFromForm(FormName = "beitrag")]
    public PostEntry? Entry { get; set; }

    private ThreadView? View { get; set; }

    private IReadOnlyList<ArticleVersion> ArticlesFrom { get; set; } = [];

    private IReadOnlyList<Capacity> Capacities { get; set; } = [Capacity.Private];

    private IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    private IReadOnlyList<string> LanguagesChosen { get; set; } = [];

    /// <summary>The office has stopped the viewer's writing.</summary>
    private StopCard? Stop { get; set; }

    /// <summary>People whose posts the viewer wants folded.</summary>
    private MutedPeople Muted { get; set; } = MutedPeople.None;

    /// <summary>By these a page that is open knows which new posts to fold.</summary>
    private string? FoldedMarks => Muted.Accounts.Count == 0 ? null : string.Join(' ', Muted.Accounts.Select(a => AuthorMark.Of(a)));

    /// <summary>Whether the viewer hears of new posts here; null for whoever cannot.</summary>
    private bool? Follows { get; set; }

    private string? DraftNote { get; set; }

    /// <summary>The form came from a session that has ended meanwhile.</summary>
    private bool Expired { get; set; }

    /// <summary>The first post since the last visit; null when there is none, or this is the first visit.</summary>
    private long? FirstUnread => View is { Read: { } read } view && read < view.LastSequence ? read + 1 : null;

    private bool IsPost => HttpMethods.IsPost(Context.Request.Method);

    /// <summary>A form that came is always shown again, also to somebody who may no longer send it: it holds their text.</summary>
    private bool ShowsForm => (View!.RefusalToReply is null && Stop is null) || IsPost;

    protected override async Task LoadAsync()
    {
        LanguagesChosen = [.. (Sprachen ?? []).SelectMany(s => s.Split(',')).Where(Languages.IsKnown).Distinct()];
        await ReadAsync();
        if (View is { MergedIntoId: { } target } && !IsPost)
        {
            await FollowAsync(target);
            return;
        }

        if (View is null)
        {
            Navigation.NotFound();
            return;
        }

        if (View.RefusalToReply is null)
        {
            Capacities = await CapacityChoices.RunAsync(Viewer, Gone);
            Stop = await Moderation.OwnStopAsync(Viewer, Gone);
        }

        Follows = await Following.OfAsync(Viewer, Id, Gone);
        Muted = await Moderation.MutedAsync(Viewer, Gone);
        ArticlesFrom = await FromHere.RunAsync(Viewer, SubjectKind.Discussion, Id, Gone);
        if (Entry is null) await BeginAsync();
        Entry!.Language ??= PostRules.AnyLanguage;
        if (Entry.Key == Guid.Empty) Entry.Key = Guid.NewGuid();
        // What was skipped is not read: the mark moves on only over posts that follow on it. A first visit begins where it begins.
        if (!IsPost && Viewer.PersonId is not null && View.Hidden == 0 && (View.Read is not { } read || View.From <= read + 1))
            await Reading.RunAsync(Viewer, new ReadThread(Id, View.To), Gone);
    }

    private async Task SendAsync()
    {
        if (View is null) return;
        if (TokenRefused || !Viewer.IsSignedIn)
        {
            Expired = true;
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (Entry!.Step == Draft)
        {
            await KeepAsync();
            return;
        }

        var text = new PostText(Entry.Text ?? string.Empty, Entry.Language ?? string.Empty, Entry.Key);
        var reply = new PostReply(Id, text, Entry.Capacity ?? Capacity.Private.Key) { Files = await Uploads.ReadAsync(Context, PostAttachment.Most, Gone), Asked = Entry.Asked };
        switch (await Reply.RunAsync(Viewer, reply, Gone))
        {
            case Outcome<PostReceipt>.Done done:
                Navigation.NavigateTo($"/diskussionen/{Id}?beitrag={done.Value.Sequence}{Fragment}{done.Value.Sequence}");
                break;
            case Outcome<PostReceipt>.Invalid invalid:
                Fail(await SayAsync(invalid.Fields));
                break;
            case Outcome<PostReceipt>.Refused refused:
                Fail(new Dictionary<string, string> { ["text"] = Say.Refusal(refused.Reason) });
                if (refused.Reason == Refusal.NoRoom) Context.Response.StatusCode = StatusCodes.Status507InsufficientStorage;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private async Task KeepAsync()
    {
        switch (await Drafts.RunAsync(Viewer, new KeepDraft(Id, Entry!.Text, Entry.Language, Entry.Capacity), Gone))
        {
            case Outcome<DateTimeOffset?>.Done { Value: { } at }: DraftNote = Say.Format(PostsTexts.DraftKept, When.Time(at)); break;
            case Outcome<DateTimeOffset?>.Done: Fail(new Dictionary<string, string> { ["text"] = Say.Refusal(Refusal.Empty) }); break;
            case Outcome<DateTimeOffset?>.Invalid invalid: Fail(await SayAsync(invalid.Fields)); break;
            default: Navigation.NotFound(); break;
        }
    }

    private async Task<Dictionary<string, string>> SayAsync(IReadOnlyDictionary<string, Refusal> fields)
    {
        var words = fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
        if (fields.Values.Contains(Refusal.OutsideAudience))
            words["text"] = Say.Format(PostsTexts.OutsideNames, Say.List(await Calls.OutsideAsync(Viewer, Id, Entry!.Text, Gone)));
        // A browser does not send a file a second time by itself.
        if (!words.ContainsKey("file") && Uploads.Any(Context)) words["file"] = PostsTexts.FileAgain;
        return words;
    }

    private void Fail(IReadOnlyDictionary<string, string> errors)
    {
        Errors = errors;
        Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>An empty form, or what was kept; with a quotation if one is asked for.</summary>
    private async Task BeginAsync()
    {
        var draft = await Drafts.FindAsync(Viewer, Id, Gone);
        Entry = new PostEntry { Text = draft?.Text, Language = draft?.Language, Capacity = draft?.Capacity };
        if (draft is not null) DraftNote = Say.Format(PostsTexts.DraftKept, When.Time(draft.SavedAt));
        if (Number(Zitat) is not { } wanted || View!.Posts.FirstOrDefault(p => p.Sequence == wanted) is not { Removed: false } post) return;
        Entry.Text = string.Join("\n\n", new[] { draft?.Text, PostQuote.Of(post) }.Where(t => !string.IsNullOrEmpty(t))) + "\n\n";
    }

    private async Task FollowAsync(Guid target)
    {
        View = null;
        if (Number(Beitrag) is { } wanted && await Query.MovedAsync(Viewer, Id, wanted, Gone) is var (thread, sequence))
            Navigation.NavigateTo($"/diskussionen/{thread}?beitrag={sequence}{Fragment}{sequence}");
        else if (await Query.LastSequenceAsync(Viewer, target, Gone) is not null) Navigation.NavigateTo($"/diskussionen/{target}");
        else Navigation.NotFound();
    }

    private async Task ReadAsync()
    {
        var from = Number(Ab);
        if (Ungelesen is not null && await Reading.OfAsync(Viewer, Id, Gone) is { } read) from = read + 1;
        if (Number(Beitrag) is { } wanted)
        {
            var last = await Query.LastSequenceAsync(Viewer, Id, Gone) ?? 0;
            // On the newest page if it is there, else on a page that begins a little above it.
            from = wanted > last - ThreadQuery.PageSize ? null : Math.Max(1, wanted - 5);
        }

        View = await Query.RunAsync(Viewer, Id, from, LanguagesChosen, Gone);
    }

    private string PageFrom(long sequence) => Address.With($"/diskussionen/{Id}", ("ab", $"{sequence}"), ("sprachen", string.Join(',', LanguagesChosen)));

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
