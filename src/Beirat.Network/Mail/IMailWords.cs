namespace Beirat.Network.Mail;

/// <summary>Something that somebody is told by mail. Features add their own.</summary>
public abstract record Notice;

/// <summary>Where a mail goes, and in which language (BCP 47). <see cref="PersonId"/>: somebody of the portal.</summary>
public sealed record Addressee(string Address, Guid? PersonId, string Language)
{
    /// <summary>When not to send it, however often it has to be tried.</summary>
    public QuietHours? Quiet { get; init; }
}

/// <summary>Puts notices into words. The portal has one when a mail server is set; without it nothing is written.</summary>
public interface IMailWords
{
    MailText Of(Notice notice, string language);
}
