namespace Beirat.Network.Knowledge;

/// <summary>Kinds of files that an article may bring along, known by their content.</summary>
public enum AttachmentKind
{
    Pdf,
    Docx,
    Odt,
    Text,
    Png,
    Jpeg,
    Webp,
}

/// <summary>What search knows of a file.</summary>
public enum AttachmentReading
{
    /// <summary>Its text is searched.</summary>
    Read,

    /// <summary>A part of its text is searched; the rest was beyond the limits.</summary>
    InPart,

    /// <summary>It holds no text: a picture, or a scan.</summary>
    NoText,

    /// <summary>It is locked by a password.</summary>
    Locked,

    /// <summary>It could not be read.</summary>
    Unreadable,
}

/// <summary>A file that belongs to an article. Its bytes are in a table of their own, so that lists do not read them.</summary>
public sealed class ArticleAttachment
{
    /// <summary>Files of one article.</summary>
    public const int Most = 10;

    /// <summary>In bytes.</summary>
    public const int MaxSize = 20 * 1024 * 1024;

    private ArticleAttachment() { }

    internal ArticleAttachment(Guid articleId, AttachmentFile file, string name, AttachmentKind kind, ExtractedText text)
    {
        (Id, ArticleId, Name, Kind, Size) = (file.AttachmentId, articleId, name, kind, file.Bytes.Length);
        (Reading, Text) = (text.Reading, text.Text);
    }

    public Guid Id { get; private set; }

    public Guid ArticleId { get; private set; }

    /// <summary>Cleaned, with the ending of its kind.</summary>
    public string Name { get; private set; } = string.Empty;

    public AttachmentKind Kind { get; private set; }

    /// <summary>In bytes.</summary>
    public int Size { get; private set; }

    public Guid? AddedById { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public AttachmentReading Reading { get; private set; }

    /// <summary>The words in it, for search.</summary>
    public string Text { get; private set; } = string.Empty;

    internal ArticleAttachment AddedBy(Guid? person, DateTimeOffset at)
    {
        (AddedById, AddedAt) = (person, at);
        return this;
    }
}

/// <summary>The bytes of an attachment.</summary>
public sealed class AttachmentFile
{
    private AttachmentFile() { }

    internal AttachmentFile(byte[] bytes) => (AttachmentId, Bytes) = (Guid.CreateVersion7(), bytes);

    public Guid AttachmentId { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}
