using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>Ends a conversation, or takes it up again. Only the recipient does.</summary>
public sealed record CloseConversation(Guid Id, bool Closed);

/// <inheritdoc cref="CloseConversation"/>
public sealed class CloseConversationHandler
{
    private readonly NetworkDb _db;

    internal CloseConversationHandler(NetworkDb db) => _db = db;

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, CloseConversation command, CancellationToken cancellation = default)
    {
        var conversation = await _db.Conversations.ReceivedBy(viewer).FirstOrDefaultAsync(c => c.Id == command.Id, cancellation);
        if (conversation is null) return new Outcome<Guid>.NotFound();
        if (command.Closed) conversation.Close();
        else conversation.Reopen();
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(conversation.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The sender wrote at the same moment: they want to be read first.
            return new Outcome<Guid>.Refused(Refusal.ChangedMeanwhile);
        }
    }
}
