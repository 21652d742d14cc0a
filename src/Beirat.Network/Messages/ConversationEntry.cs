namespace Beirat.Network.Messages;

/// <summary>What one of the two wrote. Plain text.</summary>
public sealed class ConversationEntry
{
    private ConversationEntry() { }

    internal ConversationEntry(Guid conversationId, int number, Side from, string text, Guid key, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        (ConversationId, Number, From, Text, Key, At) = (conversationId, number, from, text, key, at);
    }

    public Guid Id { get; private set; }

    public Guid ConversationId { get; private set; }

    public int Number { get; private set; }

    public Side From { get; private set; }

    public string Text { get; private set; } = string.Empty;

    /// <summary>Made with the form: sending it twice gives one entry.</summary>
    public Guid Key { get; private set; }

    public DateTimeOffset At { get; private set; }
}
