using System.Globalization;
using System.Text.Json;
using Beirat.Network.Outbox;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Beirat.Network.Search;

/// <summary>What is read back from the index for a result.</summary>
internal sealed record StoredDocument(
    SubjectKind Kind, Guid Id, string Key, string Title, string TitleLanguage, string Body, string Language, DateOnly? Date,
    string? ExternalId, IReadOnlyList<Guid> Topics, int? Version)
{
    /// <summary>What it is held against before it is shown.</summary>
    public SeenSubject Seen => new(new Subject(Kind, Id), Version);

    /// <summary>The text that was searched: a post bears the title of its thread, which is not its own.</summary>
    public string Searched => Kind == SubjectKind.Post ? Body : $"{Title}\n{Body}";
}

/// <summary>Between <see cref="IndexedDocument"/> and the index's own documents.</summary>
internal static class DocumentFactory
{
    public static Document Make(IndexedDocument source, DocumentFields fields)
    {
        var document = new Document
        {
            Exactly(SearchField.Subject, source.Subject.ToString()),
            Exactly(SearchField.Role, source.Evidence is null ? SearchField.Hit : SearchField.Evidence),
            Exactly(SearchField.Kind, source.Subject.Kind.ToString()),
            Exactly(SearchField.Language, source.Language),
            new StoredField(SearchField.Stored, JsonSerializer.SerializeToUtf8Bytes(Stored(source))),
        };
        foreach (var level in source.Readers) document.Add(Exactly(SearchField.Reader, level.ToString()));
        fields.Add(document, source);
        if (source.Evidence is not null) AddEvidence(document, EvidenceFacts.Of(source));
        foreach (var topic in source.Topics) document.Add(Exactly(SearchField.Topic, topic.ToString("N", CultureInfo.InvariantCulture)));
        if (source.Evidence is not null) return document;
        foreach (var organization in source.Organizations) document.Add(Exactly(SearchField.Organization, organization.ToString("N", CultureInfo.InvariantCulture)));
        if (source.Date is { } day) document.Add(Exactly(SearchField.Day, day.DayNumber.ToString(CultureInfo.InvariantCulture)));
        return document;
    }

    public static StoredDocument Read(Document document) =>
        JsonSerializer.Deserialize<StoredDocument>(document.GetBinaryValue(SearchField.Stored).Bytes)!;

    private static void AddEvidence(Document document, EvidenceFacts facts)
    {
        document.Add(Exactly(SearchField.Person, facts.PersonId.ToString("N")));
        document.Add(Exactly(SearchField.Line, facts.Line));
        document.Add(new BinaryDocValuesField(SearchField.Facts, new BytesRef(facts.ToBytes())));
    }

    private static StoredDocument Stored(IndexedDocument source) => new(
        source.Subject.Kind, source.Subject.Id, source.Key, source.Title, source.BorrowedTitleLanguage ?? source.Language, source.Body, source.Language, source.Date,
        source.ExternalId, source.Topics, source.Version);

    private static Field Exactly(string name, string value) => new(name, value, ExactType);

    private static readonly FieldType ExactType = new()
    {
        IsIndexed = true, IsTokenized = false, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY, IsStored = false,
    };
}
