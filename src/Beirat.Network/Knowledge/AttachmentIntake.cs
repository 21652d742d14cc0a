using System.Text;
using Beirat.Network.Common;
using Beirat.Network.People;

namespace Beirat.Network.Knowledge;

/// <summary>A file that may be kept: what it is by its own bytes, under a clean name, and the words in it.</summary>
internal sealed record TakenFile(AttachmentFile File, AttachmentKind Kind, string Name, ExtractedText Text);

/// <summary>A file as it came. Its name and what the browser says of it do not count.</summary>
public sealed record IncomingFile(string Name, byte[] Bytes);

/// <summary>
/// Looks at files that come from outside. Neither their names nor the types that a browser claims count. One at a time:
/// a hostile file may take its limits in time and memory, ten of them together may not.
/// </summary>
internal static class AttachmentIntake
{
    private const int MaxNameLength = 80;

    /// <summary>Longest side of a picture in pixels: a page of print stays readable.</summary>
    private const int PictureEdge = 2_400;

    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>What can be said of files without reading them: how many they are, how large, and how they begin.</summary>
    public static Refusal? RefusalOf(IReadOnlyList<IncomingFile> files, int most) => files.Count > most
        ? Refusal.TooManyFiles
        : files.Select(f => AttachmentChangeHandler.RefusalOf(f.Bytes)).FirstOrDefault(r => r is not null);

    /// <summary>All of them, or why not.</summary>
    public static async Task<(IReadOnlyList<TakenFile> Files, Refusal? Refusal)> TakeAllAsync(IReadOnlyList<IncomingFile> files, int most, CancellationToken cancellation)
    {
        if (RefusalOf(files, most) is { } refusal) return ([], refusal);
        var taken = new List<TakenFile>();
        foreach (var file in files)
        {
            if (await TakeAsync(file.Name, file.Bytes, cancellation) is not { } one) return ([], Refusal.UnknownFileKind);
            taken.Add(one);
        }

        return (taken, null);
    }

    /// <summary>Null when the file is of no kind that is taken.</summary>
    public static async Task<TakenFile?> TakeAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        if (AttachmentKinds.Of(bytes) is not { } kind) return null;
        await Turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Take(name, bytes, kind), cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Letters, digits and a few signs, without folders, and with the ending of the kind.</summary>
    public static string CleanName(string name, AttachmentKind kind)
    {
        var last = TextRules.Clean(name).Split('/', '\\')[^1];
        var stem = last.Contains('.', StringComparison.Ordinal) ? last[..last.LastIndexOf('.')] : last;
        var clean = new StringBuilder();
        foreach (var letter in stem.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(letter) || Rune.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark) clean.Append(letter);
            else if (clean.Length > 0 && clean[^1] != '-') clean.Append('-');
            if (clean.Length >= MaxNameLength) break;
        }

        var kept = clean.ToString().Trim('-');
        return $"{(kept.Length == 0 ? "datei" : kept)}.{AttachmentKinds.Ending(kind)}";
    }

    private static TakenFile? Take(string name, byte[] bytes, AttachmentKind kind)
    {
        var (kept, text) = kind switch
        {
            AttachmentKind.Png or AttachmentKind.Jpeg or AttachmentKind.Webp => (PhotoScaler.Scale(bytes, PictureEdge, keepFormat: true), ExtractedText.None),
            AttachmentKind.Text => PlainTextFile.Read(bytes),
            AttachmentKind.Pdf => (bytes, PdfText.Read(bytes)),
            _ => (bytes, OfficeText.Read(bytes, kind)),
        };
        return kept is null ? null : new TakenFile(new AttachmentFile(kept), kind, CleanName(name, kind), text);
    }
}
