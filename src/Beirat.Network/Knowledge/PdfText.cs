using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Beirat.Network.Knowledge;

/// <summary>The words of a PDF file, page by page within limits of time, pages and length.</summary>
internal static partial class PdfText
{
    private const int MaxPages = 1_000;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    public static ExtractedText Read(byte[] bytes)
    {
        var (clock, text) = (Stopwatch.StartNew(), new StringBuilder());
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new PdfFilters() });
            var pages = Math.Min(document.NumberOfPages, MaxPages);
            for (var number = 1; number <= pages; number++)
            {
                if (text.Length > ExtractedText.MaxLength || clock.Elapsed > AtMost) return ExtractedText.Of(text.ToString(), whole: false);
                text.Append(OfPage(document, number)).Append('\n');
            }

            return ExtractedText.Of(text.ToString(), whole: pages == document.NumberOfPages);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ExtractedText.Locked;
        }
        // The format leaves a reader endless ways to stumble; whichever it is, the file is kept and said to be unread.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return text.Length == 0 ? ExtractedText.Unreadable : ExtractedText.Of(text.ToString(), whole: false);
        }
    }

    // One broken page must not hide the others.
    private static string OfPage(PdfDocument document, int number)
    {
        try
        {
            return OfPage(document.GetPage(number));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return string.Empty;
        }
    }

    private static string OfPage(Page page)
    {
        var lines = ContentOrderTextExtractor.GetText(page).ReplaceLineEndings("\n");
        if (RightToLeft.IsIn(lines) && IsVisual(page.Letters)) lines = string.Join('\n', lines.Split('\n').Select(RightToLeft.Logical));
        // A word that was divided at the end of its line is one word.
        return Divided().Replace(lines.Normalize(NormalizationForm.FormKC), "$1$2");
    }

    /// <summary>True when letters of right-to-left scripts come in the order of their places, and not in that of reading.</summary>
    private static bool IsVisual(IReadOnlyList<Letter> letters)
    {
        var balance = 0;
        foreach (var (one, next) in letters.Zip(letters.Skip(1)))
        {
            if (!RightToLeft.IsIn(one.Value) || !RightToLeft.IsIn(next.Value)) continue;
            if (Math.Abs(one.StartBaseLine.Y - next.StartBaseLine.Y) > 1) continue;
            balance += Math.Sign(next.StartBaseLine.X - one.StartBaseLine.X);
        }

        return balance > 0;
    }

    [GeneratedRegex(@"(\p{Ll})[-\u00AD]\n(\p{Ll})")]
    private static partial Regex Divided();
}
