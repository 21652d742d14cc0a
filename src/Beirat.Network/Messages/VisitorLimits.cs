using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>Counts what people without account wrote in the last 24 hours.</summary>
internal sealed class VisitorLimits(NetworkDb db, MessageLimits limits)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Null while another message to this person is fine.</summary>
    public async Task<Refusal?> RefusalForAsync(Guid person, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now - Day;
        var written = await (
            from c in db.Conversations
            join e in db.ConversationEntries on c.Id equals e.ConversationId
            where c.ToPersonId == person && c.LastEntryAt > since && c.SenderAccountId == null && e.From == Side.Sender && e.At > since
            select e.Id).CountAsync(cancellation);
        return written >= limits.ToPerson ? Refusal.RecipientHasEnough : null;
    }

    /// <summary>Null while another conversation with this mail address is fine: it may be somebody else's who gets our mails.</summary>
    public async Task<Refusal?> RefusalForAsync(string mail, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now - Day;
        var begun = await db.Conversations.CountAsync(c => c.SenderMail == mail && c.StartedAt > since, cancellation);
        return begun >= limits.FromMail ? Refusal.MailUsedTooOften : null;
    }
}
