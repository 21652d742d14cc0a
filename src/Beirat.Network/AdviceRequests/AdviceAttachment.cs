using Beirat.Network.Knowledge;

namespace Beirat.Network.AdviceRequests;

/// <summary>What a file of a request belongs to.</summary>
public enum AdviceFilePart
{
    /// <summary>For whoever sees the request.</summary>
    Question,

    /// <summary>For those who write the answer, and with it for whoever sees the request.</summary>
    Answer,
}

/// <summary>
/// A file that came with a question or goes with its answer, checked as files of articles are. Its words are not kept:
/// requests are not searched.
/// </summary>
public sealed class AdviceAttachment
{
    /// <summary>Files of one question, and of one answer.</summary>
    public const int Most = 3;

    private AdviceAttachment() { }

    internal AdviceAttachment(Guid requestId, AdviceFilePart part, TakenFile file, Guid? addedById, DateTimeOffset at)
    {
        (Id, RequestId, Part, AddedById, AddedAt) = (file.File.AttachmentId, requestId, part, addedById, at);
        (Name, Kind, Size) = (file.Name, file.Kind, file.File.Bytes.Length);
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public AdviceFilePart Part { get; private set; }

    /// <summary>Cleaned, with the ending of its kind.</summary>
    public string Name { get; private set; } = string.Empty;

    public AttachmentKind Kind { get; private set; }

    /// <summary>In bytes.</summary>
    public int Size { get; private set; }

    public Guid? AddedById { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    internal void Forget() => AddedById = null;
}

/// <summary>The bytes of a file of a request.</summary>
public sealed class AdviceAttachmentFile
{
    private AdviceAttachmentFile() { }

    internal AdviceAttachmentFile(AttachmentFile file) => (AttachmentId, Bytes) = (file.AttachmentId, file.Bytes);

    public Guid AttachmentId { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}
