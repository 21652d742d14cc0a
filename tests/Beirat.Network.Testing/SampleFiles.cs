using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Beirat.Network.Testing;

/// <summary>Files as people attach them, made here: nothing of somebody else's lies in the repository.</summary>
public static class SampleFiles
{
    private const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    private const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>";

    /// <summary>A page of lines in the letters of Western Europe.</summary>
    public static byte[] Pdf(params string[] lines)
    {
        var text = string.Concat(lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 50 {780 - (i * 20)} Td ({line.Replace("(", "\\(").Replace(")", "\\)")}) Tj ET\n")));
        return RawPdf(null, Catalog, Pages, Page, Stream(text), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    /// <summary>Arabic as many programs print it: each letter in the form of its place, from left to right.</summary>
    public static byte[] ArabicPdf(string visual)
    {
        var codes = visual.Distinct().Select((letter, i) => (letter, code: i + 1)).ToList();
        var shown = string.Concat(visual.Select(l => codes.First(c => c.letter == l).code.ToString("X4", CultureInfo.InvariantCulture)));
        var map = string.Concat(codes.Select(c => $"<{c.code:X4}> <{(int)c.letter:X4}>\n"));
        var unicode = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            + $"{codes.Count} beginbfchar\n{map}endbfchar\nendcmap\nend\nend";
        return RawPdf(
            null, Catalog, Pages, Page, Stream($"BT /F1 12 Tf 50 780 Td <{shown}> Tj ET\n"),
            "<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 /FontDescriptor 8 0 R >>",
            Stream(unicode),
            "<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
    }

    /// <summary>Locked by a password that nobody knows.</summary>
    public static byte[] LockedPdf()
    {
        var unknown = string.Concat(Enumerable.Range(0, 32).Select(i => $"{(i * 37) % 256:X2}"));
        return RawPdf(
            $"/Encrypt 6 0 R /ID [<{unknown}> <{unknown}>]", Catalog, Pages, Page, Stream("BT /F1 12 Tf (x) Tj ET"), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            $"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <{unknown}> /U <{unknown}> >>");
    }

    /// <summary>A few kilobytes that want to become hundreds of megabytes.</summary>
    public static byte[] PdfBomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var blank = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var i = 0; i < megabytes; i++) zip.Write(blank);
        }

        return RawPdf(
            null, Catalog, Pages, Page, $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    public static byte[] Docx(params string[] paragraphs) => Archive(
        ("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""),
        ("word/document.xml", $"""<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{string.Concat(paragraphs.Select(p => $"<w:p><w:r><w:t xml:space=\"preserve\">{p}</w:t></w:r></w:p>"))}</w:body></w:document>"""));

    public static byte[] Odt(params string[] paragraphs) => Archive(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"""<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{string.Concat(paragraphs.Select(p => $"<text:p>{p}</text:p>"))}</office:text></office:body></office:document-content>"""));

    public static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private static string Stream(string text) => $"<< /Length {text.Length} >>\nstream\n{text}\nendstream";

    private static byte[] RawPdf(string? trailer, params string[] objects)
    {
        var (file, places) = (new StringBuilder("%PDF-1.7\n"), new List<int>());
        foreach (var (i, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
