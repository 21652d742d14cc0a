namespace Beirat.Network.Knowledge;

/// <summary>The words of a file, and how far they could be read.</summary>
internal sealed record ExtractedText(AttachmentReading Reading, string Text)
{
    /// <summary>In characters; a book of about 200 pages.</summary>
    public const int MaxLength = 500_000;

    public static readonly ExtractedText None = new(AttachmentReading.NoText, string.Empty);

    public static readonly ExtractedText Locked = new(AttachmentReading.Locked, string.Empty);

    public static readonly ExtractedText Unreadable = new(AttachmentReading.Unreadable, string.Empty);

    /// <summary>What was read, cut at the limit.</summary>
    public static ExtractedText Of(string text, bool whole = true)
    {
        var words = Common.TextRules.Clean(text.Replace('\uFFFD', ' '));
        if (words.Length == 0) return None;
        var cut = words.Length > MaxLength ? MaxLength - (char.IsHighSurrogate(words[MaxLength - 1]) ? 1 : 0) : words.Length;
        return new ExtractedText(whole && cut == words.Length ? AttachmentReading.Read : AttachmentReading.InPart, words[..cut]);
    }
}
