using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.People;
using Beirat.Network.Search;

namespace Beirat.Network.Advice;

/// <summary>Who is wanted. <see cref="Organization"/> is a slug; null means any. Without a question the topic is the question.</summary>
public sealed record AdviserRequest(string? Question, string? Language = null, string? Organization = null, string? District = null)
{
    /// <summary>Longer questions are read to here.</summary>
    public const int MaxQuestion = Search.Question.MaxLength;

    /// <summary>Slugs of topics that are not to widen the question.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];

    /// <summary>A slug: only people with some evidence under this topic or one below it.</summary>
    public string? Topic { get; init; }

    /// <summary>What is to be done in the language; without a language, in any.</summary>
    public LanguageUses Use { get; init; }

    /// <summary>Leaves out those who show that they are away today.</summary>
    public bool OnlyAvailable { get; init; }

    /// <summary>Slugs of people, of whom alone is asked; null means all.</summary>
    public IReadOnlyCollection<string>? Only { get; init; }

    /// <summary>True when anything but the question decides.</summary>
    public bool IsNarrowed => !string.IsNullOrEmpty(Language) || !string.IsNullOrEmpty(Organization) || !string.IsNullOrEmpty(District)
        || !string.IsNullOrEmpty(Topic) || Use != LanguageUses.None || OnlyAvailable || Only is not null;

    /// <summary>The same question, asked of all.</summary>
    public AdviserRequest Open() => new(Question) { Without = Without };
}

/// <summary>One reason for or against a person. Its points are part of the person's score, no more and no less.</summary>
public sealed record Evidence(
    EvidenceKind Kind, string Title, string Key, string Language, DateOnly? Date, decimal Points,
    IReadOnlyList<TopicLink> Topics, IReadOnlyList<string> Words)
{
    /// <summary>How exactly the date is known, or told.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>Of open requests, or of turns.</summary>
    public int Count { get; init; }

    /// <summary>What somebody else said, in the language of the evidence.</summary>
    public string Said { get; init; } = string.Empty;

    /// <summary>Who said it.</summary>
    public PostAuthor? By { get; init; }
}

/// <summary>A proposed adviser. <see cref="Score"/> is the sum of the points of the evidence.</summary>
public sealed record Adviser(
    Guid Id, string Slug, string Name, string Headline, IReadOnlyList<SpokenLanguage> Languages, DateOnly? AbsentUntil, IReadOnlyList<Evidence> Evidence)
{
    public decimal Score => Evidence.Sum(e => e.Points);

    public bool Available => AbsentUntil is null;

    /// <summary>False when the person does not show the viewer whether they are there: then nothing is said about it.</summary>
    public bool TellsAvailability { get; init; } = true;

    /// <summary>Requests that wait for an answer.</summary>
    public int OpenRequests { get; init; }

    /// <summary>Why this one stands above the next; null for the last.</summary>
    public AdviserLead? Lead { get; init; }
}

/// <summary>The proposal. <see cref="Ready"/> is false while the index is being built.</summary>
public sealed record AdviserResult(string Question, bool Ready, IReadOnlyList<UsedConcept> Concepts, IReadOnlyList<Adviser> Advisers)
{
    /// <summary>True when the question was too long to be read to its end.</summary>
    public bool IsCut { get; init; }

    /// <summary>Set when nobody was found.</summary>
    public NearAdvice? Near { get; init; }
}
