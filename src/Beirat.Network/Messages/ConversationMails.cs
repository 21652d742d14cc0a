using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Mail;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>Tells the other one of the two by mail, in the save of the entry. Does nothing without a mail server.</summary>
internal sealed class ConversationMails(NetworkDb db, MailQueue queue)
{
    public async Task TellAsync(Conversation conversation, ConversationEntry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!queue.IsOn) return;
        if (entry.From == Side.Sender) await TellRecipientAsync(conversation, entry, cancellation);
        else await TellSenderAsync(conversation, now, cancellation);
    }

    /// <summary>Sends a visitor their secret address when they gave one to send it to.</summary>
    public void TellLink(Conversation conversation, string recipient, string secret)
    {
        if (conversation.SenderMail is { } mail) queue.Add(db, new Addressee(mail, null, conversation.Language), new LinkMade(recipient, secret));
    }

    private async Task TellRecipientAsync(Conversation conversation, ConversationEntry entry, CancellationToken cancellation)
    {
        var address = await db.Users.Where(a => a.PersonId == conversation.ToPersonId && a.Email != null && a.EmailConfirmed)
            .OrderBy(a => a.CreatedAt).Select(a => a.Email).FirstOrDefaultAsync(cancellation);
        if (address is null) return;
        var organization = await db.Organizations.Where(o => o.Id == conversation.OrganizationId).Select(o => o.Name).FirstOrDefaultAsync(cancellation);
        queue.Add(db, new Addressee(address, conversation.ToPersonId, Languages.Default),
            new MessageArrived(conversation.Id, conversation.SenderName, organization, entry.Text));
    }

    private async Task TellSenderAsync(Conversation conversation, DateTimeOffset now, CancellationToken cancellation)
    {
        var recipient = await db.People.Where(p => p.Id == conversation.ToPersonId).Select(p => p.Name).FirstAsync(cancellation);
        if (conversation.SenderAccountId is { } account)
        {
            var sender = await db.Users.Where(a => a.Id == account && a.EmailConfirmed).Select(a => new { a.Email, a.PersonId }).FirstOrDefaultAsync(cancellation);
            if (sender?.Email is null) return;
            queue.Add(db, new Addressee(sender.Email, sender.PersonId, conversation.Language), new AnswerArrived(recipient, null, conversation.Id));
        }
        else if (conversation.SenderMail is { } mail)
        {
            var secret = ConversationLink.NewSecret();
            db.ConversationLinks.Add(new ConversationLink(conversation.Id, secret, now));
            queue.Add(db, new Addressee(mail, null, conversation.Language), new AnswerArrived(recipient, secret, conversation.Id));
        }
    }
}
