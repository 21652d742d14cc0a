using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Outbox;
using Microsoft.AspNetCore.SignalR;

namespace Beirat.Network.Web.Live;

/// <summary>
/// Sends new and changed posts to those who watch. It follows the outbox, so it runs after the durable commit, off the
/// path of the writer, in one order for everybody, and on every node for its own connections.
/// </summary>
internal sealed class PostPushes(LiveConnections connections, LiveRights rights, FragmentRenderer fragments, IServiceScopeFactory scopes) : IChangeListener, IDisposable
{
    private const int MostKnown = 10_000;

    // Reading and sending are one step: a post that is read before its removal must not be sent after it.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<Guid, Audience> _audiences = [];

    public async Task ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var touched = subjects.Where(s => s.Kind == SubjectKind.Discussion && connections.IsWatched(s.Id)).Select(s => s.Id).ToList();
        if (touched.Count == 0) return;
        var changed = subjects.Where(s => s.Kind == SubjectKind.Post).Select(s => s.Id).ToList();
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var query = scope.ServiceProvider.GetRequiredService<ThreadQuery>();
            await CheckAudiencesAsync(query, touched, cancellation);
            if (changed.Count > 0) await PushAsync(await query.ChangedAsync(changed, cancellation));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Who has lost sight of a discussion hears nothing more of it, not even what was said a moment after.</summary>
    private async Task CheckAudiencesAsync(ThreadQuery query, List<Guid> touched, CancellationToken cancellation)
    {
        var now = await query.AudiencesAsync(touched, cancellation);
        // One that was never looked at is looked at too: it may have changed since its watchers came.
        var other = touched.Where(d => !now.TryGetValue(d, out var audience) || !_audiences.TryGetValue(d, out var known) || known != audience).ToList();
        if (other.Count > 0) await rights.CheckAsync(other, cancellation);
        if (_audiences.Count > MostKnown) _audiences.Clear();
        foreach (var (discussion, audience) in now) _audiences[discussion] = audience;
    }

    // Page by page, not post by post: what is written to a page in one go leaves in one piece.
    private async Task PushAsync(IReadOnlyList<PostView> posts)
    {
        foreach (var discussion in posts.GroupBy(p => p.DiscussionId))
        {
            foreach (var language in connections.WatchersOf(discussion.Key).GroupBy(c => c.Listener.Culture))
            {
                var messages = new List<(long Sequence, SerializedHubMessage Message)>();
                foreach (var post in discussion)
                {
                    var html = await fragments.PostAsync(post, language.Key);
                    messages.Add((post.Sequence, LiveMessages.Post(new PostPush(post.DiscussionId, post.Sequence, post.Id, html, post.Removed))));
                }

                foreach (var watcher in language)
                {
                    foreach (var (sequence, message) in messages) watcher.Send(discussion.Key, sequence, message);
                }
            }
        }
    }
}
