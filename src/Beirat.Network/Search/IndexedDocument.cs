using Beirat.Network.Common;
using Beirat.Network.Outbox;

namespace Beirat.Network.Search;

/// <summary>What search sees of a subject.</summary>
internal sealed record IndexedDocument(Subject Subject, Audience Audience, string Language, string Title, string Body)
{
    /// <summary>Levels of trust that find this document. A person is another document for each level that may see more.</summary>
    public IReadOnlyList<Audience> Readers { get; init; } = Audiences.From(Audience);

    /// <summary>The version of the subject that this was made from; when the subject has moved on, the document is shown to nobody.</summary>
    public int? Version { get; init; }

    /// <summary>Last part of the address: a slug, or an id with a post's sequence number ("id#7").</summary>
    public required string Key { get; init; }

    /// <summary>Set when the title is not the document's own but that of what it belongs to: it is shown, not searched.</summary>
    public string? BorrowedTitleLanguage { get; init; }

    public IReadOnlyList<Guid> Topics { get; init; } = [];

    /// <summary>Organisations that the reader may know it belongs to.</summary>
    public IReadOnlyList<Guid> Organizations { get; init; } = [];

    /// <summary>Words beside title and body: topic labels in all languages, professions, names.</summary>
    public string Labels { get; init; } = string.Empty;

    public DateOnly? Date { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>Set when the document speaks for a person in the expert finder, instead of being a hit.</summary>
    public EvidenceOf? Evidence { get; init; }
}

/// <summary>Whom a document speaks for, how, and what it is made of: the id of the article, the topic of a claim and so on.</summary>
internal sealed record EvidenceOf(Guid PersonId, EvidenceKind Kind, Guid Source);
