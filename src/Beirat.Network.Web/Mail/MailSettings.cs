namespace Beirat.Network.Web.Mail;

/// <summary>How the connection to the mail server is kept from being read. The setting uses these names in small letters.</summary>
internal enum MailSecurity
{
    /// <summary>Not at all: for a server on the same machine.</summary>
    None,

    /// <summary>Encryption is asked for and required (RFC 3207).</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (RFC 8314).</summary>
    Tls,
}

/// <summary>Where mails are handed over (section "Beirat:Mail").</summary>
internal sealed record MailSettings(string Host, int Port, string? User, string? Password, string From, MailSecurity Security)
{
    private const int UsualPort = 587;

    /// <summary>Null without a host: then the portal sends no mail and speaks of none.</summary>
    /// <exception cref="InvalidDataException">A setting cannot be right.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Beirat:Mail");
        if (section["Host"] is not { Length: > 0 } host) return null;
        if (!Enum.TryParse<MailSecurity>(section["Security"] is { Length: > 0 } given ? given : "starttls", ignoreCase: true, out var security) || !Enum.IsDefined(security))
            throw new InvalidDataException("Beirat:Mail:Security is one of: none, starttls, tls.");
        if (section["From"] is not { Length: > 0 } from || !MimeKit.MailboxAddress.TryParse(from, out _))
            throw new InvalidDataException("Beirat:Mail:From must be the mail address that the portal writes from.");
        return new MailSettings(host, section.GetValue("Port", UsualPort), Given(section["User"]), Given(section["Password"]), from, security);
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
