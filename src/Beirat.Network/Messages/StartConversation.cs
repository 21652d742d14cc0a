using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>What the form for a first message holds. Name and mail address count only where the account does not know them.</summary>
public sealed record FirstMessage(string? SenderName, string? SenderMail, string? Text, string Language);

/// <summary>
/// Writes to somebody for the first time, by slugs. <see cref="Secret"/> was made with the form: a visitor's address of
/// the conversation, and the reason why one form cannot be sent twice.
/// </summary>
public sealed record StartConversation(string Person, string? Organization, FirstMessage Message, string Secret);

/// <inheritdoc cref="StartConversation"/>
public sealed class StartConversationHandler
{
    private readonly NetworkDb _db;
    private readonly RecipientQuery _recipients;
    private readonly ConversationMails _mails;
    private readonly VisitorLimits _limits;
    private readonly TimeProvider _time;

    internal StartConversationHandler(NetworkDb db, RecipientQuery recipients, ConversationMails mails, VisitorLimits limits, TimeProvider time) =>
        (_db, _recipients, _mails, _limits, _time) = (db, recipients, mails, limits, time);

    /// <summary>The id of the conversation. Refused as already sent when the form was used before.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, StartConversation command, CancellationToken cancellation = default)
    {
        var recipient = await _recipients.RunAsync(viewer, command.Person, command.Organization, cancellation);
        if (recipient is null) return new Outcome<Guid>.NotFound();
        if (!ConversationLink.LooksLikeSecret(command.Secret)) throw new ArgumentException("Not a secret.", nameof(command));
        var now = _time.GetUtcNow();
        var sender = await SenderAsync(viewer, command.Message, cancellation);
        var text = TextRules.Clean(command.Message.Text);
        if (Refusals(viewer, sender, text) is { Count: > 0 } refusals) return new Outcome<Guid>.Invalid(refusals);
        if (await EarlierAsync(command.Secret, text, cancellation) is { } earlier) return earlier;
        if (!viewer.IsSignedIn && await RefusalAsync(recipient, sender, now, cancellation) is { } refusal) return new Outcome<Guid>.Refused(refusal);

        var conversation = new Conversation(recipient, sender, now);
        var entry = conversation.Write(Side.Sender, text, Guid.NewGuid(), now);
        _db.AddRange(conversation, entry, new ConversationLink(conversation.Id, command.Secret, now));
        await _mails.TellAsync(conversation, entry, now, cancellation);
        if (!viewer.IsSignedIn) _mails.TellLink(conversation, recipient.Person.Name, command.Secret);
        return await SaveAsync(conversation.Id, command.Secret, text, cancellation);
    }

    private async Task<Outcome<Guid>> SaveAsync(Guid conversation, string secret, string text, CancellationToken cancellation)
    {
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(conversation);
        }
        catch (DbUpdateException)
        {
            // Two clicks at once: the other one got through with this form. Anything else is a fault.
            _db.ChangeTracker.Clear();
            if (await EarlierAsync(secret, text, cancellation) is { } earlier) return earlier;
            throw;
        }
    }

    /// <summary>What became of this form before: the same message is there already, another one needs a form of its own.</summary>
    private async Task<Outcome<Guid>?> EarlierAsync(string secret, string text, CancellationToken cancellation)
    {
        var earlier = await (
            from c in _db.Conversations.BehindLink(_db, secret)
            join e in _db.ConversationEntries on c.Id equals e.ConversationId
            where e.Number == 1
            select new { c.Id, e.Text }).FirstOrDefaultAsync(cancellation);
        if (earlier is null) return null;
        return earlier.Text == text ? new Outcome<Guid>.Done(earlier.Id) : new Outcome<Guid>.Refused(Refusal.AlreadySent);
    }

    /// <summary>A person of the portal writes under their own name and needs no address beside that of the account.</summary>
    private async Task<Sender> SenderAsync(Viewer viewer, FirstMessage message, CancellationToken cancellation)
    {
        var name = viewer.PersonId is { } person
            ? await _db.People.Where(p => p.Id == person).Select(p => p.Name).FirstOrDefaultAsync(cancellation)
            : null;
        var language = Languages.IsKnown(message.Language) ? message.Language : Languages.Default;
        return new Sender(
            name ?? MessageRules.CleanName(message.SenderName), viewer.IsSignedIn ? null : MessageRules.CleanMail(message.SenderMail), viewer.AccountId, language);
    }

    private static Dictionary<string, Refusal> Refusals(Viewer viewer, Sender sender, string text)
    {
        var refusals = new Dictionary<string, Refusal>();
        if (MessageRules.RefusalOfName(sender.Name) is { } name) refusals["sender"] = name;
        if (MessageRules.RefusalOfMail(sender.Mail) is { } mail) refusals["mail"] = mail;
        if (MessageRules.RefusalOfText(text, countLinks: !viewer.IsSignedIn) is { } words) refusals["text"] = words;
        return refusals;
    }

    private async Task<Refusal?> RefusalAsync(Recipient recipient, Sender sender, DateTimeOffset now, CancellationToken cancellation)
    {
        if (sender.Mail is { } mail && await _limits.RefusalForAsync(mail, now, cancellation) is { } often) return often;
        return await _limits.RefusalForAsync(recipient.PersonId, now, cancellation);
    }
}
