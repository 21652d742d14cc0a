using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>Conversations: those to somebody go with them; those from somebody stay with the recipient, without a name.</summary>
internal sealed class MessageData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var conversations = await Of(db, who).AsNoTracking().OrderBy(c => c.StartedAt).ToListAsync(cancellation);
        var ids = conversations.ConvertAll(c => c.Id);
        var entries = await db.ConversationEntries.AsNoTracking().Where(e => ids.Contains(e.ConversationId)).OrderBy(e => e.Number).ToListAsync(cancellation);
        var of = conversations.ToDictionary(c => c.Id);
        export.Add("messages", entries.OrderBy(e => e.At).Select(e => new PersonalEntry()
            .With("conversation", e.ConversationId.ToString()).With("sender", of[e.ConversationId].SenderName)
            .With("from", e.From.ToString()).With("at", e.At).With("text", e.Text)));
        var mails = await Mails(db, who).AsNoTracking().ToListAsync(cancellation);
        export.Add("mails", mails.OrderBy(m => m.CreatedAt).Select(m => new PersonalEntry()
            .With("to", m.To).With("subject", m.Subject).With("at", m.CreatedAt).With("text", m.Text)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        foreach (var conversation in await Of(db, who).ToListAsync(cancellation))
        {
            if (conversation.ToPersonId == who.PersonId) db.Remove(conversation);
            else conversation.ForgetSender();
        }

        db.RemoveRange(await Mails(db, who).ToListAsync(cancellation));
    }

    private static IQueryable<Conversation> Of(NetworkDb db, DataSubject who) => db.Conversations.Where(c =>
        (who.PersonId != null && c.ToPersonId == who.PersonId) || (c.SenderAccountId != null && who.AccountIds.Contains(c.SenderAccountId.Value)));

    private static IQueryable<Mail.OutgoingMail> Mails(NetworkDb db, DataSubject who) => db.OutgoingMails.Where(m =>
        (who.PersonId != null && m.PersonId == who.PersonId) || db.Users.Any(a => who.AccountIds.Contains(a.Id) && a.Email == m.To));
}
