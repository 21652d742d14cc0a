using Beirat.Network.Accounts;
using Beirat.Network.Common;

namespace Beirat.Network.Endorsements;

/// <summary>What somebody says for somebody else: on which topic, and in a sentence what they did together.</summary>
public sealed record EndorsementText(Guid TopicId, string Text, string Language);

/// <summary>
/// A member of the council speaks for another on a topic, from what they did together. It is never changed: whom it is about
/// may remove it, whoever wrote it may take it back.
/// </summary>
public sealed class Endorsement
{
    /// <summary>In characters.</summary>
    public const int MaxTextLength = 300;

    /// <summary>Of one person for another.</summary>
    public const int MostFor = 5;

    private Endorsement() { }

    internal Endorsement(Guid id, Guid personId, Guid byId, EndorsementText text, DateTimeOffset now)
    {
        if (personId == byId) throw new InvalidOperationException("Nobody endorses themselves.");
        (Id, PersonId, ById, At) = (id, personId, byId, now);
        (TopicId, Text, Language) = text;
    }

    public Guid Id { get; private set; }

    /// <summary>Whom it is about.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Who says it.</summary>
    public Guid ById { get; private set; }

    public Guid TopicId { get; private set; }

    /// <summary>Plain text, one line.</summary>
    public string Text { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    /// <summary>Those who sit in the council or deputise there know each other's work.</summary>
    public static bool MayEndorse(Viewer viewer) => viewer.PersonId is not null
        && viewer.Roles.Any(r => r is AccountRole.ExpertMember or AccountRole.Deputy or AccountRole.CouncilMember);
}
