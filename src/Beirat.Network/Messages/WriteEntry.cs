using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>A conversation by its id, for the two who are signed in, or by a secret address.</summary>
public readonly record struct ConversationKey(Guid? Id, string? Secret)
{
    public static ConversationKey Of(Guid id) => new(id, null);

    public static ConversationKey Behind(string secret) => new(null, secret);

    internal IQueryable<Conversation> In(NetworkDb db, Viewer viewer)
    {
        var id = Id;
        return id is null ? db.Conversations.BehindLink(db, Secret) : db.Conversations.VisibleTo(viewer).Where(c => c.Id == id);
    }

    internal Side SideOf(Viewer viewer, Conversation conversation) => Id is null ? Side.Sender : viewer.SideOf(conversation);
}

/// <summary>Writes on. <see cref="Key"/> was made with the form: the same key twice gives one entry.</summary>
public sealed record WriteEntry(ConversationKey Conversation, string? Text, Guid Key);

/// <inheritdoc cref="WriteEntry"/>
public sealed class WriteEntryHandler
{
    private const int Attempts = 5;

    private readonly NetworkDb _db;
    private readonly ConversationMails _mails;
    private readonly VisitorLimits _limits;
    private readonly TimeProvider _time;

    internal WriteEntryHandler(NetworkDb db, ConversationMails mails, VisitorLimits limits, TimeProvider time) =>
        (_db, _mails, _limits, _time) = (db, mails, limits, time);

    /// <summary>The number of the entry.</summary>
    public async Task<Outcome<int>> RunAsync(Viewer viewer, WriteEntry command, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(viewer, command, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // The other one wrote at the same moment, or the same form arrived twice: look again.
                _db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome<int>> TryAsync(Viewer viewer, WriteEntry command, CancellationToken cancellation)
    {
        var conversation = await command.Conversation.In(_db, viewer).FirstOrDefaultAsync(cancellation);
        if (conversation is null) return new Outcome<int>.NotFound();
        var earlier = await _db.ConversationEntries.Where(e => e.ConversationId == conversation.Id && e.Key == command.Key)
            .Select(e => (int?)e.Number).FirstOrDefaultAsync(cancellation);
        if (earlier is { } number) return new Outcome<int>.Done(number);
        var side = command.Conversation.SideOf(viewer, conversation);
        if (conversation.RefusalToWrite(side) is { } refusal) return new Outcome<int>.Refused(refusal);
        var (now, visitor) = (_time.GetUtcNow(), side == Side.Sender && conversation.SenderAccountId is null);
        var text = TextRules.Clean(command.Text);
        if (MessageRules.RefusalOfText(text, countLinks: visitor) is { } fault) return new Outcome<int>.Invalid("text", fault);
        if (visitor && await _limits.RefusalForAsync(conversation.ToPersonId, now, cancellation) is { } enough) return new Outcome<int>.Refused(enough);

        var entry = conversation.Write(side, text, command.Key, now);
        _db.Add(entry);
        await _mails.TellAsync(conversation, entry, now, cancellation);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<int>.Done(entry.Number);
    }
}
