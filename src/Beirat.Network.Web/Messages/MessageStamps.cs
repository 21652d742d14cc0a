using System.Globalization;
using System.Security.Cryptography;
using Beirat.Network.Common;
using Beirat.Network.Messages;
using Microsoft.AspNetCore.DataProtection;

namespace Beirat.Network.Web.Messages;

/// <summary>What a form for a message was given when it was made.</summary>
internal sealed record MessageStamp(string Secret, DateTimeOffset MadeAt);

/// <summary>How a stamp that came back is.</summary>
internal enum StampState
{
    Good,

    /// <summary>No person writes so fast.</summary>
    Early,

    /// <summary>Too old, made for somebody else, or not made here.</summary>
    Gone,
}

/// <summary>
/// Stamps on message forms, against programs and without a puzzle: made here (encrypted and signed), for one recipient,
/// good from a few seconds on and for a day, for one message. The secret inside becomes the sender's address of the
/// conversation; that there is one conversation for a secret makes the stamp good for one message only.
/// </summary>
internal sealed class MessageStamps(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan MostAge = TimeSpan.FromDays(1);

    public string Make(Recipient recipient) => Make(recipient, time.GetUtcNow());

    /// <summary>For a form that is shown again: somebody took their time already and does not wait once more.</summary>
    public string Renew(Recipient recipient) => Make(recipient, time.GetUtcNow() - LeastAge);

    public (StampState State, MessageStamp? Stamp) Read(string? text, Recipient recipient, Viewer viewer)
    {
        if (Open(text, recipient) is not { } stamp) return (StampState.Gone, null);
        var age = time.GetUtcNow() - stamp.MadeAt;
        if (age > MostAge) return (StampState.Gone, stamp);
        return (age < LeastAge && !viewer.IsSignedIn ? StampState.Early : StampState.Good, stamp);
    }

    private string Make(Recipient recipient, DateTimeOffset at) =>
        For(recipient).Protect(string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds()} {ConversationLink.NewSecret()}"));

    private MessageStamp? Open(string? text, Recipient recipient)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var parts = For(recipient).Unprotect(text).Split(' ');
            return new MessageStamp(parts[1], DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Recipient recipient) =>
        protection.CreateProtector("Beirat.Network.Messages.Form", recipient.PersonId.ToString("N"), recipient.OrganizationId?.ToString("N") ?? "person");
}
