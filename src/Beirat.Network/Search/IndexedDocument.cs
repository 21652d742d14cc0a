using Beirat.Network.Common;
using Beirat.Network.Outbox;

namespace Beirat.Network.Search;

/// <summary>What search sees of a subject.</summary>
internal sealed record IndexedDocument(Subject Subject, Audience Audience, string Language, string Title, string Body)
{
    /// <summary>Last part of the address: a slug, or an id with a post's sequence number ("id#7").</summary>
    public required string Key { get; init; }

    /// <summary>Set when the title is not the document's own but that of what it belongs to: it is shown, not searched.</summary>
    public string? BorrowedTitleLanguage { get; init; }

    public IReadOnlyList<Guid> Topics { get; init; } = [];

    /// <summary>Words beside title and body: topic labels in all languages, professions, names.</summary>
    public string Labels { get; init; } = string.Empty;

    public DateOnly? Date { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>Set when the document speaks for a person in the expert finder, instead of being a hit.</summary>
    public EvidenceOf? Evidence { get; init; }
}

/// <summary>Whom a document speaks for, and how.</summary>
internal sealed record EvidenceOf(Guid PersonId, EvidenceKind Kind);
