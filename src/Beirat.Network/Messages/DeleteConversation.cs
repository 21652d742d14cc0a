using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>Deletes a conversation for both, with its secret addresses. Only the recipient does.</summary>
public sealed record DeleteConversation(Guid Id);

/// <inheritdoc cref="DeleteConversation"/>
public sealed class DeleteConversationHandler
{
    private readonly NetworkDb _db;

    internal DeleteConversationHandler(NetworkDb db) => _db = db;

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, DeleteConversation command, CancellationToken cancellation = default)
    {
        // Entries and links go with it by the database's own rule, also while the other one writes.
        var deleted = await _db.Conversations.ReceivedBy(viewer).Where(c => c.Id == command.Id).ExecuteDeleteAsync(cancellation);
        return deleted == 0 ? new Outcome<Guid>.NotFound() : new Outcome<Guid>.Done(command.Id);
    }
}
