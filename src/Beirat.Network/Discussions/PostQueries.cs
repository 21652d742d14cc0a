using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A post that was stored before under a key.</summary>
internal sealed record EarlierPost(Guid Id, long Sequence, Guid DiscussionId);

/// <summary>What every post asks, prepared once for a store: such a query is bound to the model of one store.</summary>
internal sealed class PostQueries
{
    public Func<NetworkDb, Guid, CancellationToken, Task<Discussion?>> Thread { get; } = EF.CompileAsyncQuery(
        (NetworkDb db, Guid id, CancellationToken _) => db.Discussions.AsNoTracking().FirstOrDefault(d => d.Id == id));

    public Func<NetworkDb, Guid?, Guid, CancellationToken, Task<EarlierPost?>> Earlier { get; } = EF.CompileAsyncQuery(
        (NetworkDb db, Guid? account, Guid key, CancellationToken _) =>
            db.Posts.Where(p => p.AccountId == account && p.Key == key).Select(p => new EarlierPost(p.Id, p.Sequence, p.DiscussionId)).FirstOrDefault());
}
