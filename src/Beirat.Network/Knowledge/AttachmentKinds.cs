using System.IO.Compression;

namespace Beirat.Network.Knowledge;

/// <summary>Kinds of files by their content.</summary>
public static class AttachmentKinds
{
    // Some programs put a line of their own before the header (ISO 32000-1, annex H.3.4.1).
    private const int PdfHeaderWithin = 1024;

    /// <summary>The media type to serve a kind with (RFC 6838).</summary>
    public static string MediaType(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Pdf => "application/pdf",
        AttachmentKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        AttachmentKind.Odt => "application/vnd.oasis.opendocument.text",
        AttachmentKind.Text => "text/plain; charset=utf-8",
        AttachmentKind.Png => "image/png",
        AttachmentKind.Jpeg => "image/jpeg",
        _ => "image/webp",
    };

    public static bool IsPicture(AttachmentKind kind) => kind is AttachmentKind.Png or AttachmentKind.Jpeg or AttachmentKind.Webp;

    internal static string Ending(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Pdf => "pdf",
        AttachmentKind.Docx => "docx",
        AttachmentKind.Odt => "odt",
        AttachmentKind.Text => "txt",
        AttachmentKind.Png => "png",
        AttachmentKind.Jpeg => "jpg",
        _ => "webp",
    };

    internal static AttachmentKind? Of(byte[] bytes)
    {
        ReadOnlySpan<byte> start = bytes;
        if (start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return AttachmentKind.Png;
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return AttachmentKind.Jpeg;
        if (start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8)) return AttachmentKind.Webp;
        if (start[..Math.Min(start.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0) return AttachmentKind.Pdf;
        if (start.StartsWith("PK\u0003\u0004"u8)) return OfArchive(bytes);
        return PlainTextFile.Decode(bytes) is null ? null : AttachmentKind.Text;
    }

    private static AttachmentKind? OfArchive(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (archive.GetEntry("word/document.xml") is not null && archive.GetEntry("[Content_Types].xml") is not null) return AttachmentKind.Docx;
            var named = archive.GetEntry("mimetype") is { } entry ? OfficeText.Start(entry) : string.Empty;
            return named == MediaType(AttachmentKind.Odt) && archive.GetEntry("content.xml") is not null ? AttachmentKind.Odt : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}
