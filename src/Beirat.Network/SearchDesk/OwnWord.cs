namespace Beirat.Network.SearchDesk;

/// <summary>A German word as staff wants it read: made of these parts, or of none.</summary>
public sealed class OwnWord
{
    private OwnWord() { }

    internal OwnWord(string key) => (Id, Key) = (Guid.CreateVersion7(), key);

    public Guid Id { get; private set; }

    /// <summary>The word in folded letters; there is one row of each.</summary>
    public string Key { get; private set; } = string.Empty;

    /// <summary>As staff wrote it.</summary>
    public string Word { get; private set; } = string.Empty;

    /// <summary>The parts with spaces between them, as staff wrote them; empty for a word that is not to be split.</summary>
    public string Parts { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    internal void Be(string word, string parts, DateTimeOffset at) => (Word, Parts, At) = (word, parts, at);
}
