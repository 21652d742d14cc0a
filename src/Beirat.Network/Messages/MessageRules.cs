using System.Net.Mail;
using System.Text.RegularExpressions;
using Beirat.Network.Common;
using Beirat.Network.Mail;

namespace Beirat.Network.Messages;

/// <summary>What a message must be, from whomever it comes.</summary>
public static partial class MessageRules
{
    public const int MaxSenderLength = 120;

    /// <summary>In characters of plain text.</summary>
    public const int MaxTextLength = 5_000;

    /// <summary>Addresses in a visitor's text. Advertising has more; a question needs few.</summary>
    public const int MostLinks = 2;

    /// <summary>A name is one line.</summary>
    internal static string CleanName(string? name) =>
        string.Join(' ', TextRules.Clean(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static string? CleanMail(string? mail) =>
        TextRules.Clean(mail) is { Length: > 0 } given ? given.ToLowerInvariant() : null;

    internal static Refusal? RefusalOfName(string name)
    {
        if (name.Length == 0) return Refusal.Empty;
        if (name.Length > MaxSenderLength) return Refusal.TooLong;
        if (!TextRules.IsWellFormed(name)) return Refusal.UnreadableText;
        return Link().IsMatch(name) ? Refusal.TooManyLinks : null;
    }

    internal static Refusal? RefusalOfMail(string? mail)
    {
        if (mail is null) return null;
        if (mail.Length > OutgoingMail.MaxAddressLength) return Refusal.TooLong;
        return MailShape().IsMatch(mail) && MailAddress.TryCreate(mail, out var address) && address.Address == mail ? null : Refusal.NotAMailAddress;
    }

    /// <summary>Links are counted for people without account only: the others answer for what they write.</summary>
    internal static Refusal? RefusalOfText(string text, bool countLinks)
    {
        if (text.Length == 0) return Refusal.Empty;
        if (text.Length > MaxTextLength) return Refusal.TooLong;
        if (!TextRules.IsWellFormed(text)) return Refusal.UnreadableText;
        return countLinks && Link().Count(text) > MostLinks ? Refusal.TooManyLinks : null;
    }

    [GeneratedRegex(@"https?:/|www\.|\[url|<a\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // One plain address: no display name, no quotes, no list, nothing that could begin another header.
    [GeneratedRegex(@"\A[^\s@<>(),:;""\[\]\\]+@[^\s@<>(),:;""\[\]\\]+\.[^\s@<>(),:;""\[\]\\.]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MailShape();
}
