using Beirat.Network.Common;

namespace Beirat.Network.People;

/// <summary>How long the parts of a profile may be, in characters and in number; and how a fault is noted.</summary>
public static class ProfileRules
{
    public const int MaxLine = 160;
    public const int MaxAbout = 5_000;
    public const int MaxNote = 600;
    public const int MaxRows = 40;
    public const int MaxPhone = 40;
    public const int MaxEmail = 254;

    internal static void Text(this Dictionary<string, Refusal> faults, string field, string text, int most, bool required = false)
    {
        if (required && text.Length == 0) faults[field] = Refusal.Empty;
        else if (text.Length > most) faults[field] = Refusal.TooLong;
        else if (!TextRules.IsWellFormed(text)) faults[field] = Refusal.UnreadableText;
    }

    internal static void Rows<T>(this Dictionary<string, Refusal> faults, IReadOnlyList<T> rows)
    {
        if (rows.Count > MaxRows) faults["rows"] = Refusal.TooMany;
    }
}
