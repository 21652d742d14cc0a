using Beirat.Network.Discussions;
using Beirat.Network.Outbox;
using MessagePack;
using Microsoft.AspNetCore.SignalR;

namespace Beirat.Network.Web.Live;

/// <summary>What "post" carries to open pages. MessagePack takes public types only, and the names as they stand in the attributes.</summary>
[MessagePackObject]
public sealed record PostPush(
    [property: Key("discussionId")] Guid DiscussionId,
    [property: Key("sequence")] long Sequence,
    [property: Key("id")] Guid Id,
    [property: Key("html")] string Html,
    [property: Key("removed")] bool Removed);

/// <summary>
/// Sends new and changed posts to those who watch. It follows the outbox, so it runs after the durable commit, off the
/// path of the writer, in one order for everybody, and on every node for its own connections.
/// </summary>
internal sealed partial class PostPushes(
    IHubContext<LiveHub> hub, LiveWatchers watchers, FragmentRenderer fragments, IServiceScopeFactory scopes, ILogger<PostPushes> log) : IChangeListener
{
    public async Task ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var changed = subjects.Where(s => s.Kind == SubjectKind.Post).Select(s => s.Id).ToList();
        if (changed.Count == 0 || !watchers.Any) return;
        await using var scope = scopes.CreateAsyncScope();
        var posts = await scope.ServiceProvider.GetRequiredService<ThreadQuery>().ChangedAsync(changed, cancellation);
        foreach (var post in posts)
        {
            foreach (var culture in watchers.CulturesOf(post.DiscussionId)) await PushAsync(post, culture);
        }
    }

    private async Task PushAsync(PostView post, string culture)
    {
        var push = new PostPush(post.DiscussionId, post.Sequence, post.Id, await fragments.PostAsync(post, culture), post.Removed);
        // Not awaited: one reader who has stopped reading would hold up all the others. What a reader misses it fetches.
        _ = hub.Clients.Group(LiveWatchers.Group(post.DiscussionId, culture)).SendAsync("post", push, CancellationToken.None)
            .ContinueWith(t => LogFault(t.Exception!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A post could not be pushed to its readers; they will fetch it.")]
    private partial void LogFault(Exception fault);
}
