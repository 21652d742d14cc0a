using System.Buffers.Binary;
using Beirat.Network.Outbox;

namespace Beirat.Network.Search;

/// <summary>What is weighed of a piece of evidence. It is kept beside the text, because the best of thousands are chosen before one is read.</summary>
internal sealed record EvidenceFacts(SeenSubject Seen, Guid PersonId, EvidenceKind Kind, Guid Source, DateOnly? Date)
{
    private const int Size = 58;
    private const int NoVersion = -1;

    /// <summary>Person, kind and source: there is one such piece of evidence.</summary>
    public string Line => $"{PersonId:N}{(int)Kind}{Source:N}";

    public static EvidenceFacts Of(IndexedDocument document) => new(
        new SeenSubject(document.Subject, document.Version), document.Evidence!.PersonId, document.Evidence.Kind, document.Evidence.Source, document.Date);

    public static EvidenceFacts Read(ReadOnlySpan<byte> bytes)
    {
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[50..]);
        var day = BinaryPrimitives.ReadInt32LittleEndian(bytes[54..]);
        return new EvidenceFacts(
            new SeenSubject(new Subject((SubjectKind)bytes[0], new Guid(bytes[1..17])), version == NoVersion ? null : version),
            new Guid(bytes[17..33]), (EvidenceKind)bytes[33], new Guid(bytes[34..50]), day < 0 ? null : DateOnly.FromDayNumber(day));
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        bytes[0] = (byte)Seen.Subject.Kind;
        Seen.Subject.Id.TryWriteBytes(bytes.AsSpan(1));
        PersonId.TryWriteBytes(bytes.AsSpan(17));
        bytes[33] = (byte)Kind;
        Source.TryWriteBytes(bytes.AsSpan(34));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(50), Seen.Version ?? NoVersion);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(54), Date?.DayNumber ?? -1);
        return bytes;
    }
}
