using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Files of posts, for those who read the thread at this moment.</summary>
public sealed class PostFileQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal PostFileQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Null when there is no such file under this address, or not for this viewer, or its post was removed.</summary>
    public async Task<AttachmentContent?> RunAsync(Viewer viewer, Guid discussionId, Guid id, string name, CancellationToken cancellation = default) => await (
        from discussion in _db.Discussions.VisibleTo(viewer, _db, _time.Today())
        join post in _db.Posts on discussion.Id equals post.DiscussionId
        join attachment in _db.PostAttachments on post.Id equals attachment.PostId
        join file in _db.PostAttachmentFiles on attachment.Id equals file.AttachmentId
        where discussion.Id == discussionId && attachment.Id == id && attachment.Name == name && post.RemovedAt == null
        select new AttachmentContent(attachment.Name, attachment.Kind, file.Bytes, discussion.Audience == Audience.Public)).FirstOrDefaultAsync(cancellation);
}
