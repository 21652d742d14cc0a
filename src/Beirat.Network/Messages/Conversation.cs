using Beirat.Network.Common;

namespace Beirat.Network.Messages;

/// <summary>How a conversation stands, seen from the person who was written to.</summary>
public enum ConversationState
{
    /// <summary>The last word is the sender's.</summary>
    Open,

    Answered,

    /// <summary>Ended by the recipient; nobody writes any more.</summary>
    Closed,
}

/// <summary>Which of the two.</summary>
public enum Side
{
    Sender,
    Recipient,
}

/// <summary>Who began a conversation. The address is used for notices only and shown to nobody.</summary>
public sealed record Sender(string Name, string? Mail, Guid? AccountId, string Language);

/// <summary>Two people who write to each other. Nobody else reads it, staff neither.</summary>
public sealed class Conversation
{
    /// <summary>So often a sender writes without an answer in between.</summary>
    public const int MostUnanswered = 5;

    private Conversation() { }

    internal Conversation(Recipient to, Sender from, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (ToPersonId, OrganizationId) = (to.PersonId, to.OrganizationId);
        (SenderName, SenderMail, SenderAccountId, Language) = (from.Name, from.Mail, from.AccountId, from.Language);
        StartedAt = LastEntryAt = now;
    }

    public Guid Id { get; private set; }

    public Guid ToPersonId { get; private set; }

    /// <summary>The organisation that the recipient was written to for.</summary>
    public Guid? OrganizationId { get; private set; }

    public string SenderName { get; private set; } = string.Empty;

    /// <summary>In small letters; only for telling the sender of an answer.</summary>
    public string? SenderMail { get; private set; }

    public Guid? SenderAccountId { get; private set; }

    /// <summary>The sender's language of the interface: their notices are written in it.</summary>
    public string Language { get; private set; } = string.Empty;

    public ConversationState State { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset LastEntryAt { get; private set; }

    /// <summary>Entries are numbered from 1 on.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The last entry that the recipient has seen.</summary>
    public int RecipientRead { get; private set; }

    /// <summary>The last entry that a signed-in sender has seen.</summary>
    public int SenderRead { get; private set; }

    /// <summary>Entries of the sender since the last answer.</summary>
    public int Unanswered { get; private set; }

    public int Version { get; private set; }

    /// <summary>Null when this side may write now, else why not.</summary>
    public Refusal? RefusalToWrite(Side side)
    {
        if (State == ConversationState.Closed) return Refusal.ConversationClosed;
        return side == Side.Sender && Unanswered >= MostUnanswered ? Refusal.AwaitAnswer : null;
    }

    /// <summary>Adds an entry. The writer has seen everything before it.</summary>
    internal ConversationEntry Write(Side side, string text, Guid key, DateTimeOffset now)
    {
        if (RefusalToWrite(side) is { } refusal) throw new InvalidOperationException($"Nothing can be written: {refusal}.");
        LastNumber++;
        LastEntryAt = now;
        State = side == Side.Sender ? ConversationState.Open : ConversationState.Answered;
        Unanswered = side == Side.Sender ? Unanswered + 1 : 0;
        if (side == Side.Sender) SenderRead = LastNumber;
        else RecipientRead = LastNumber;
        return new ConversationEntry(Id, LastNumber, side, text, key, now);
    }

    /// <summary>Takes the one who wrote out of it; their words stay with the one they wrote to.</summary>
    internal void ForgetSender() => (SenderName, SenderMail, SenderAccountId) = (string.Empty, null, null);

    internal void Close() => State = ConversationState.Closed;

    internal void Reopen()
    {
        if (State == ConversationState.Closed) State = Unanswered > 0 ? ConversationState.Open : ConversationState.Answered;
    }
}
