using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Beirat.Network.Knowledge;

/// <summary>
/// The words of DOCX (ECMA-376, part 1) and ODT (ISO/IEC 26300) files. Both are zipped XML, read here as a stream and
/// never unpacked as a whole: a file that says it is small and unpacks to gigabytes is left at the limit.
/// </summary>
internal static class OfficeText
{
    /// <summary>Unpacked bytes of a part that are read.</summary>
    private const long MaxUnpacked = 40 * 1024 * 1024;

    private static readonly string[] DocxParts = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];

    private static readonly XmlReaderSettings Safe = new()
    {
        // Entities can blow up a small file, and reach for other files.
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MaxUnpacked,
    };

    public static ExtractedText Read(byte[] bytes, AttachmentKind kind)
    {
        var text = new StringBuilder();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (kind == AttachmentKind.Odt && archive.GetEntry("META-INF/manifest.xml") is { } manifest && Start(manifest, 64_000).Contains("encryption-data", StringComparison.Ordinal))
                return ExtractedText.Locked;
            foreach (var part in kind == AttachmentKind.Docx ? DocxParts : ["content.xml"])
            {
                if (archive.GetEntry(part) is { } entry) Append(entry, kind, text);
            }

            return ExtractedText.Of(text.ToString());
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return text.Length == 0 ? ExtractedText.Unreadable : ExtractedText.Of(text.ToString(), whole: false);
        }
    }

    /// <summary>The first characters of a small entry.</summary>
    public static string Start(ZipArchiveEntry entry, int length = 200)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var start = new char[length];
        return new string(start, 0, reader.ReadBlock(start, 0, length)).Trim();
    }

    private static void Append(ZipArchiveEntry entry, AttachmentKind kind, StringBuilder text)
    {
        using var bounded = new BoundedStream(entry.Open(), MaxUnpacked);
        using var reader = XmlReader.Create(bounded, Safe);
        // In DOCX only what stands in w:t is text; in ODT everything below the body is.
        var inside = 0;
        while (text.Length <= ExtractedText.MaxLength && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when IsText(reader.LocalName, kind) && !reader.IsEmptyElement: inside++; break;
                case XmlNodeType.EndElement when IsText(reader.LocalName, kind): inside--; break;
                case XmlNodeType.Element when reader.LocalName is "tab" or "s": text.Append(' '); break;
                case XmlNodeType.Element when reader.LocalName is "br" or "line-break": text.Append('\n'); break;
                case XmlNodeType.EndElement when reader.LocalName is "p" or "h" or "tc" or "table-cell": text.Append('\n'); break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inside > 0: text.Append(reader.Value); break;
            }
        }
    }

    private static bool IsText(string name, AttachmentKind kind) => kind == AttachmentKind.Docx ? name == "t" : name == "body";
}
