using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Discussions;

/// <summary>What the reply form holds.</summary>
public sealed class PostEntry
{
    public string? Text { get; set; }

    public string? Language { get; set; }

    public string? Capacity { get; set; }

    /// <summary>Made with the page: sending the form twice gives one post.</summary>
    public Guid Key { get; set; }
}

/// <summary>A discussion with its posts and the reply form. Everything works by form and reload; script adds live updates.</summary>
public sealed partial class ThreadPage
{
    [Inject]
    public ThreadQuery Query { get; set; } = default!;

    [Inject]
    public CapacityQuery CapacityChoices { get; set; } = default!;

    [Inject]
    public PostReplyHandler Reply { get; set; } = default!;

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

    [SupplyParameterFromForm(FormName = "beitrag")]
    public PostEntry? Entry { get; set; }

    private ThreadView? View { get; set; }

    private IReadOnlyList<ArticleVersion> ArticlesFrom { get; set; } = [];

    private IReadOnlyList<Capacity> Capacities { get; set; } = [Capacity.Private];

    private IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    /// <summary>The form came from a session that has ended meanwhile.</summary>
    private bool Expired { get; set; }

    /// <summary>A form that came is always shown again, also to somebody who may no longer send it: it holds their text.</summary>
    private bool ShowsForm => View!.RefusalToReply is null || HttpMethods.IsPost(Context.Request.Method);

    protected override async Task LoadAsync()
    {
        await ReadAsync();
        if (View is null)
        {
            Navigation.NotFound();
            return;
        }

        if (View.RefusalToReply is null) Capacities = await CapacityChoices.RunAsync(Viewer, Gone);
        ArticlesFrom = await FromHere.RunAsync(Viewer, SubjectKind.Discussion, Id, Gone);
        Entry ??= new PostEntry();
        Entry.Language ??= CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        if (Entry.Key == Guid.Empty) Entry.Key = Guid.NewGuid();
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

        var text = new PostText(Entry!.Text ?? string.Empty, Entry.Language ?? string.Empty, Entry.Key);
        switch (await Reply.RunAsync(Viewer, new PostReply(Id, text, Entry.Capacity ?? Capacity.Private.Key), Gone))
        {
            case Outcome<PostReceipt>.Done done:
                Navigation.NavigateTo($"/diskussionen/{Id}?beitrag={done.Value.Sequence}#beitrag-{done.Value.Sequence}");
                break;
            case Outcome<PostReceipt>.Invalid invalid:
                Fail(invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value)));
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

    private void Fail(IReadOnlyDictionary<string, string> errors)
    {
        Errors = errors;
        Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private async Task ReadAsync()
    {
        var from = Number(Ab);
        if (Number(Beitrag) is { } wanted)
        {
            var last = await Query.LastSequenceAsync(Viewer, Id, Gone) ?? 0;
            // On the newest page if it is there, else on a page that begins a little above it.
            from = wanted > last - ThreadQuery.PageSize ? null : Math.Max(1, wanted - 5);
        }

        View = await Query.RunAsync(Viewer, Id, from, Gone);
    }

    private bool MayRemove(PostView post) =>
        !post.Removed && Viewer.IsSignedIn && (Viewer.IsStaff || post.AccountId == Viewer.AccountId);

    private bool MayMark(PostView post) =>
        !post.Removed && Viewer.PersonId is { } person && post.AuthorId != person && (post.AccountId is null || post.AccountId != Viewer.AccountId);

    private string PageFrom(long sequence) => $"/diskussionen/{Id}?ab={sequence}";

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
