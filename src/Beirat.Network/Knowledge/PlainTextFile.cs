using System.Text;

namespace Beirat.Network.Knowledge;

/// <summary>Files of text alone: UTF-8 and UTF-16 by their marks, else what Windows wrote in Western Europe.</summary>
internal static class PlainTextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Stored as UTF-8, so that everybody's browser shows its letters.</summary>
    public static (byte[]? Bytes, ExtractedText Text) Read(byte[] bytes) =>
        Decode(bytes) is { } text ? (Strict.GetBytes(text), ExtractedText.Of(text)) : (null, ExtractedText.Unreadable);

    /// <summary>Null when this is no text.</summary>
    public static string? Decode(byte[] bytes)
    {
        if (bytes.Length == 0) return null;
        try
        {
            var text = bytes.AsSpan() switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                [0xEF, 0xBB, 0xBF, ..] => Strict.GetString(bytes, 3, bytes.Length - 3),
                _ => Western(bytes),
            };
            return text is null || text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')) ? null : text;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Western(byte[] bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Strict.GetString(bytes);
        // 0x80 to 0x9F are control characters in Latin-1; a text with them is another encoding, or no text.
        return bytes.Any(b => b is >= 0x80 and < 0xA0) ? null : Encoding.Latin1.GetString(bytes);
    }
}
