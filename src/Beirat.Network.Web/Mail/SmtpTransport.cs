using System.Globalization;
using System.Net.Sockets;
using Beirat.Network.Common;
using Beirat.Network.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace Beirat.Network.Web.Mail;

/// <summary>Hands mails to an SMTP server (RFC 5321), one connection each: there are few.</summary>
internal sealed class SmtpTransport(MailSettings settings, TimeProvider time) : Network.Mail.IMailTransport
{
    private const int Milliseconds = 20_000;

    public async Task SendAsync(MailLetter letter, CancellationToken cancellation)
    {
        using var message = Compose(letter);
        try
        {
            using var client = new SmtpClient { Timeout = Milliseconds };
            await client.ConnectAsync(settings.Host, settings.Port, Options(settings.Security), cancellation);
            if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? string.Empty, cancellation);
            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (SmtpCommandException fault)
        {
            // 5xx for this recipient or text stays; 5xx for our own address or sign-in is ours to mend, so the mail waits.
            var lasting = (int)fault.StatusCode >= 500 && fault.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
            throw new MailFaultException(string.Create(CultureInfo.InvariantCulture, $"smtp {(int)fault.StatusCode}"), lasting, fault);
        }
        catch (Exception fault) when (fault is ParseException or FormatException)
        {
            throw new MailFaultException("address", lasting: true, fault);
        }
        catch (Exception fault) when (CodeOf(fault) is { } code && !cancellation.IsCancellationRequested)
        {
            throw new MailFaultException(code, lasting: false, fault);
        }
    }

    internal static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private static string? CodeOf(Exception fault) => fault switch
    {
        SocketException or IOException or TimeoutException or OperationCanceledException => "no connection",
        AuthenticationException => "sign-in refused",
        SslHandshakeException or NotSupportedException => "no encryption",
        ProtocolException or ServiceNotConnectedException => "conversation broken",
        _ => null,
    };

    /// <summary>Plain text, no Reply-To: whoever answers does so in the portal.</summary>
    private MimeMessage Compose(MailLetter letter)
    {
        var message = new MimeMessage { Date = time.GetUtcNow().InCity(), Subject = letter.Text.Subject, Body = new TextPart(TextFormat.Plain) { Text = letter.Text.Text } };
        var from = MailboxAddress.Parse(settings.From);
        message.From.Add(from);
        message.To.Add(new MailboxAddress(string.Empty, letter.To));
        message.MessageId = $"{letter.Id:N}@{from.Domain}";
        message.Headers.Add("Content-Language", letter.Language);
        // RFC 3834, section 5: out-of-office answers must not come back to these.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Text.Stop is { } stop)
        {
            // RFC 2369 and, for one click, RFC 8058.
            message.Headers.Add("List-Unsubscribe", $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }
}
