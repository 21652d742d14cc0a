using Beirat.Network.Knowledge;

namespace Beirat.Network.Discussions;

/// <summary>A file that came with a post, checked as files of articles are. Whoever reads the post may have it.</summary>
public sealed class PostAttachment
{
    /// <summary>Files of one post.</summary>
    public const int Most = 3;

    private PostAttachment() { }

    internal PostAttachment(Guid postId, TakenFile file, DateTimeOffset at)
    {
        (Id, PostId, Name, Kind, Size, AddedAt) = (file.File.AttachmentId, postId, file.Name, file.Kind, file.File.Bytes.Length, at);
        (Reading, Text) = (file.Text.Reading, file.Text.Text);
    }

    public Guid Id { get; private set; }

    public Guid PostId { get; private set; }

    /// <summary>Cleaned, with the ending of its kind.</summary>
    public string Name { get; private set; } = string.Empty;

    public AttachmentKind Kind { get; private set; }

    /// <summary>In bytes.</summary>
    public int Size { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public AttachmentReading Reading { get; private set; }

    /// <summary>The words in it, for search.</summary>
    public string Text { get; private set; } = string.Empty;
}

/// <summary>The bytes of a file of a post.</summary>
public sealed class PostAttachmentFile
{
    private PostAttachmentFile() { }

    internal PostAttachmentFile(AttachmentFile file) => (AttachmentId, Bytes) = (file.AttachmentId, file.Bytes);

    public Guid AttachmentId { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}
