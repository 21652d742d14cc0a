using System.Text;

namespace Beirat.Network.Exchange;

/// <summary>A vCard 4.0 (RFC 6350), written line by line.</summary>
public sealed class VCard
{
    /// <summary>Octets of a line, its line end not counted (section 3.2).</summary>
    public const int MaxLine = 75;

    private readonly StringBuilder _lines = new("BEGIN:VCARD\r\nVERSION:4.0\r\n");

    /// <summary>A property whose value is text. Nothing is written for an empty one.</summary>
    public VCard Text(string property, string? value) => string.IsNullOrWhiteSpace(value) ? this : Raw(property, Escaped(value));

    /// <summary>A property of several components, such as N: empty ones keep their place.</summary>
    public VCard Parts(string property, params string[] parts) => parts.All(string.IsNullOrWhiteSpace) ? this : Raw(property, string.Join(';', parts.Select(Escaped)));

    /// <summary>A property of several values, such as CATEGORIES.</summary>
    public VCard List(string property, IReadOnlyCollection<string> values) => values.Count == 0 ? this : Raw(property, string.Join(',', values.Select(Escaped)));

    /// <summary>A property whose value is an address; one that is no address of the web, mail or phone is left out.</summary>
    public VCard Address(string property, string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "urn" ? Raw(property, address.AbsoluteUri) : this;

    public override string ToString() => $"{_lines}END:VCARD\r\n";

    /// <summary>Section 3.4: what has a meaning of its own is written with a backslash, a line break as \n. Other control characters have no place.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n') escaped.Append("\\n");
            else if (c is '\\' or ',' or ';') escaped.Append('\\').Append(c);
            else if (!char.IsControl(c) || c == '\t') escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Folds a line: no part is longer than <see cref="MaxLine"/> octets of UTF-8, and no character is split.</summary>
    public static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    private VCard Raw(string property, string value)
    {
        _lines.Append(Folded($"{property}:{value}")).Append("\r\n");
        return this;
    }
}
