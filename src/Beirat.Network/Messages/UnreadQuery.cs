using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>How many conversations hold something that the viewer has not seen.</summary>
public sealed class UnreadQuery
{
    private readonly IDbContextFactory<NetworkDb> _factory;

    internal UnreadQuery(IDbContextFactory<NetworkDb> factory) => _factory = factory;

    /// <summary>With a database context of its own: the frame asks while its page asks for something else.</summary>
    public async Task<int> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return 0;
        var person = viewer.PersonId;
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        return await db.Conversations.CountAsync(
            c => (person != null && c.ToPersonId == person && c.RecipientRead < c.LastNumber)
                || (c.SenderAccountId == account && (person == null || c.ToPersonId != person) && c.SenderRead < c.LastNumber),
            cancellation);
    }
}
