using Beirat.Network.Common;

namespace Beirat.Network.Messages;

/// <summary>What somebody writes to a representative. <see cref="Contact"/> says how to answer; it may be left empty.</summary>
public sealed record ContactText(string Sender, string Contact, string Text);

/// <summary>A message to a representative of an organisation. Only the person it is for reads it; no address is shown to the sender.</summary>
public sealed class ContactMessage
{
    public const int MaxSenderLength = 120;

    public const int MaxContactLength = 200;

    /// <summary>In characters of plain text.</summary>
    public const int MaxTextLength = 5_000;

    private ContactMessage() { }

    internal ContactMessage(Guid toPersonId, Guid organizationId, ContactText text, DateTimeOffset sentAt)
    {
        Id = Guid.CreateVersion7();
        (ToPersonId, OrganizationId, SentAt) = (toPersonId, organizationId, sentAt);
        (Sender, Contact, Text) = (text.Sender, text.Contact, text.Text);
    }

    public Guid Id { get; private set; }

    public Guid ToPersonId { get; private set; }

    public Guid? OrganizationId { get; private set; }

    public string Sender { get; private set; } = string.Empty;

    public string Contact { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>What must be corrected, by field; empty when it can be sent.</summary>
    public static IReadOnlyDictionary<string, Refusal> Refusals(ContactText text)
    {
        var refusals = new Dictionary<string, Refusal>();
        Check("sender", text.Sender, MaxSenderLength, required: true);
        Check("contact", text.Contact, MaxContactLength, required: false);
        Check("text", text.Text, MaxTextLength, required: true);
        return refusals;

        void Check(string field, string value, int most, bool required)
        {
            if (required && value.Length == 0) refusals[field] = Refusal.Empty;
            else if (value.Length > most) refusals[field] = Refusal.TooLong;
            else if (!TextRules.IsWellFormed(value)) refusals[field] = Refusal.UnreadableText;
        }
    }
}
