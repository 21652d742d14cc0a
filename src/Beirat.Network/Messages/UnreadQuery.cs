using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Notices;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>How many conversations and how many threads hold something that the viewer has not seen.</summary>
public sealed record Unseen(int Conversations, int Threads);

/// <inheritdoc cref="Unseen"/>
public sealed class UnreadQuery
{
    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TimeProvider _time;

    internal UnreadQuery(IDbContextFactory<NetworkDb> factory, TimeProvider time) => (_factory, _time) = (factory, time);

    /// <summary>With a database context of its own: the frame asks while its page asks for something else. Both in one question.</summary>
    public async Task<Unseen> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return new Unseen(0, 0);
        var person = viewer.PersonId;
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var conversations = db.Conversations.Where(
            c => (person != null && c.ToPersonId == person && c.RecipientRead < c.LastNumber)
                || (c.SenderAccountId == account && (person == null || c.ToPersonId != person) && c.SenderRead < c.LastNumber));
        if (person is not { } reader) return new Unseen(await conversations.CountAsync(cancellation), 0);
        var threads = db.WithNewsFor(db.Discussions.VisibleTo(viewer, db, _time.Today()), reader);
        return await db.People.Where(p => p.Id == reader).Select(p => new Unseen(conversations.Count(), threads.Count())).FirstOrDefaultAsync(cancellation) ?? new Unseen(0, 0);
    }
}
