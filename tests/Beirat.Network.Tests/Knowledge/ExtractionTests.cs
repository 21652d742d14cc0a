using System.Text;
using Beirat.Network.Knowledge;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Tests.Knowledge;

/// <summary>Files are known by what they hold; their words are read within limits, and hostile ones do no harm.</summary>
public sealed class ExtractionTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "pdf", "Impfpass und Größenübersicht für die Schulanmeldung" },
        { "docx", "Impfpass und Größenübersicht für die Schulanmeldung" },
        { "odt", "Impfpass und Größenübersicht für die Schulanmeldung" },
        { "txt", "Impfpass und Größenübersicht für die Schulanmeldung" },
        { "latin", "Impfpass und Größenübersicht für die Schulanmeldung" },
        { "utf16", "Türkçe ve Українська" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task The_words_of_a_file_are_read(string kind, string text)
    {
        var file = kind switch
        {
            "pdf" => SampleFiles.Pdf("Erste Zeile", text),
            "docx" => SampleFiles.Docx("Erste Zeile", text),
            "odt" => SampleFiles.Odt("Erste Zeile", text),
            "latin" => Encoding.Latin1.GetBytes($"Erste Zeile\r\n{text}"),
            "utf16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"Erste Zeile\n{text}")],
            _ => Encoding.UTF8.GetBytes($"Erste Zeile\n{text}"),
        };

        var taken = await TakeAsync(file);

        Assert.Equal((AttachmentReading.Read, $"Erste Zeile\n{text}"), (taken!.Text.Reading, string.Join('\n', taken.Text.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task A_word_that_was_divided_at_the_end_of_a_line_is_one_word() =>
        Assert.Contains("Schulanmeldung", (await TakeAsync(SampleFiles.Pdf("Hinweise zur Schul-", "anmeldung")))!.Text.Text);

    [Fact]
    public async Task Arabic_that_was_printed_from_left_to_right_is_read_as_it_is_spoken()
    {
        // "مدرسة 2026" (school) in the forms of its places, as the page shows it from left to right.
        var taken = await TakeAsync(SampleFiles.ArabicPdf("2026 \uFE94\uFEB3\uFEAD\uFEAA\uFEE3"));

        Assert.Equal((AttachmentReading.Read, "مدرسة 2026"), (taken!.Text.Reading, taken.Text.Text));
    }

    [Theory]
    [InlineData("\uFE94\uFEB3\uFEAD\uFEAA\uFEE3", "\uFEE3\uFEAA\uFEAD\uFEB3\uFE94")]
    [InlineData("\u05DD\u05D5\u05DC\u05E9", "\u05E9\u05DC\u05D5\u05DD")]
    [InlineData("12:30 \u05DD\u05D5\u05DC\u05E9", "\u05E9\u05DC\u05D5\u05DD 12:30")]
    [InlineData("Heilbronn", "Heilbronn")]
    public void Lines_are_turned_and_numbers_stay(string visual, string logical) => Assert.Equal(logical, RightToLeft.Logical(visual));

    [Fact]
    public async Task What_cannot_be_read_is_kept_and_said_to_be_unread()
    {
        Assert.Equal(AttachmentReading.Locked, (await TakeAsync(SampleFiles.LockedPdf()))!.Text.Reading);
        Assert.Equal(AttachmentReading.Unreadable, (await TakeAsync("%PDF-1.7 und dann nur Unsinn"u8.ToArray()))!.Text.Reading);
        Assert.Equal(AttachmentReading.NoText, (await TakeAsync(SampleFiles.Pdf()))!.Text.Reading);
        Assert.Equal(AttachmentReading.Unreadable, OfficeText.Read(SampleFiles.Docx("Text")[..200], AttachmentKind.Docx).Reading);
    }

    [Fact]
    public async Task A_file_that_wants_to_become_huge_does_not()
    {
        var (bomb, large) = (SampleFiles.PdfBomb(200), SampleFiles.Docx([.. Enumerable.Repeat(new string('a', 1_000_000), 60)]));
        var before = GC.GetTotalAllocatedBytes();

        var (pdf, docx) = (await TakeAsync(bomb), await TakeAsync(large));

        Assert.Equal(AttachmentReading.NoText, pdf!.Text.Reading);
        Assert.Equal((AttachmentReading.InPart, true), (docx!.Text.Reading, docx.Text.Text.Length <= ExtractedText.MaxLength));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
    }

    [Fact]
    public async Task Entities_are_not_unfolded()
    {
        var laughs = SampleFiles.Archive(
            ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE d [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;\">]><w:t xmlns:w=\"w\">&b;</w:t>"));

        Assert.Equal((AttachmentReading.Unreadable, string.Empty), ((await TakeAsync(laughs))!.Text.Reading, (await TakeAsync(laughs))!.Text.Text));
    }

    [Fact]
    public async Task What_is_of_no_kind_is_not_taken()
    {
        Assert.Null(await TakeAsync("MZ\u0090\0\u0003"u8.ToArray()));
        Assert.Null(await TakeAsync(SampleFiles.Archive(("xl/workbook.xml", "<x/>"))));
        Assert.Null(await TakeAsync([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]));
        Assert.Null(await TakeAsync([]));
    }

    [Theory]
    [InlineData("..\\..\\Windows\\evil.exe", "evil.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("Merkblatt Einschulung (neu).PDF", "Merkblatt-Einschulung-neu.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.pdf")]
    [InlineData("<script>.html", "script.pdf")]
    [InlineData("مدرسة.pdf", "مدرسة.pdf")]
    [InlineData("", "datei.pdf")]
    [InlineData("...", "datei.pdf")]
    public void Names_are_cleaned(string given, string kept) => Assert.Equal(kept, AttachmentIntake.CleanName(given, AttachmentKind.Pdf));

    private static Task<TakenFile?> TakeAsync(byte[] bytes) => AttachmentIntake.TakeAsync("datei", bytes, TestContext.Current.CancellationToken);
}
