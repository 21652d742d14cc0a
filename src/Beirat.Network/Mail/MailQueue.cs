using Beirat.Network.Data;

namespace Beirat.Network.Mail;

/// <summary>Where use cases put mails. They leave with the save of what they tell of, or not at all.</summary>
internal sealed class MailQueue(IMailWords? words, TimeProvider time)
{
    public bool IsOn => words is not null;

    public void Add(NetworkDb db, Addressee to, Notice notice)
    {
        if (words is null || to.Address.Length is 0 or > OutgoingMail.MaxAddressLength) return;
        db.OutgoingMails.Add(new OutgoingMail(to, words.Of(notice, to.Language), time.GetUtcNow()));
    }
}
