namespace Beirat.Network.Mail;

/// <summary>A mail as it is handed to the mail server. The id makes its Message-ID, so that a second try can be recognised.</summary>
public sealed record MailLetter(Guid Id, string To, string Language, MailText Text);

/// <summary>Hands a mail to a mail server.</summary>
public interface IMailTransport
{
    /// <exception cref="MailFaultException">It was not taken.</exception>
    Task SendAsync(MailLetter letter, CancellationToken cancellation);
}

/// <summary>The mail was not taken. The code names no person; <see cref="Lasting"/>: trying again would not help.</summary>
public sealed class MailFaultException(string code, bool lasting, Exception? inner = null) : Exception(code, inner)
{
    public string Code { get; } = code;

    public bool Lasting { get; } = lasting;
}
