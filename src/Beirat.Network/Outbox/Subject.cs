using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Discussions;
using Beirat.Network.Endorsements;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Ledger;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.SearchDesk;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;

namespace Beirat.Network.Outbox;

/// <summary>What can be found and what others react to.</summary>
public enum SubjectKind
{
    Person,
    Organization,
    Topic,
    Article,
    Discussion,
    Post,
    Event,

    /// <summary>A concept of the vocabulary, as staff changed it. It widens searches and is no hit itself.</summary>
    Concept,

    /// <summary>Not one subject but all: asks every reader to begin anew.</summary>
    Everything,

    /// <summary>Somebody's data was erased: the id is that of an account that is no more, or of a person. Readers drop for good what they keep of deleted things.</summary>
    Erased,

    /// <summary>A sign-in was signed out; the id is that of the session. Nothing that can be found.</summary>
    Session,

    /// <summary>An account changed: its roles, its password, its settings. Nothing that can be found.</summary>
    Account,
}

/// <summary>A subject by kind and id.</summary>
public readonly record struct Subject(SubjectKind Kind, Guid Id)
{
    public override string ToString() => $"{Kind}:{Id:N}";

    public static Subject? Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 2 && Enum.TryParse<SubjectKind>(parts[0], out var kind) && Guid.TryParse(parts[1], out var id)
            ? new Subject(kind, id)
            : null;
    }

    /// <summary>The subjects that look different once this row changed. A feature that is searched adds its rows here.</summary>
    internal static IEnumerable<Subject> TouchedBy(object row) => row switch
    {
        Person p => [new(SubjectKind.Person, p.Id)],
        PersonLanguage l => [new(SubjectKind.Person, l.PersonId)],
        PersonProfession p => [new(SubjectKind.Person, p.PersonId)],
        PersonTopic t => [new(SubjectKind.Person, t.PersonId)],
        PersonExperience e => [new(SubjectKind.Person, e.PersonId)],
        PersonPhoto p => [new(SubjectKind.Person, p.PersonId)],
        Consent c => [new(SubjectKind.Person, c.PersonId)],
        SeatAssignment a => [new(SubjectKind.Person, a.PersonId)],
        Membership m => [new(SubjectKind.Person, m.PersonId), new(SubjectKind.Organization, m.OrganizationId)],
        Organization o => [new(SubjectKind.Organization, o.Id)],
        OrganizationRelation r => [new(SubjectKind.Organization, r.FromId), new(SubjectKind.Organization, r.ToId)],
        OrganizationTopic t => [new(SubjectKind.Organization, t.OrganizationId)],
        Topic t => [new(SubjectKind.Topic, t.Id)],
        TopicLabel l => [new(SubjectKind.Topic, l.TopicId)],
        Article a => [new(SubjectKind.Article, a.Id)],
        ArticleTopic t => [new(SubjectKind.Article, t.ArticleId)],
        ArticleContributor c => [new(SubjectKind.Article, c.ArticleId)],
        ArticleAttachment a => [new(SubjectKind.Article, a.ArticleId)],
        ArticleMark m => [new(SubjectKind.Article, m.ArticleId)],
        CollectedArticle c => [new(SubjectKind.Article, c.ArticleId)],
        Discussion d => [new(SubjectKind.Discussion, d.Id)],
        // Its discussion too: a post that is taken back changes the page, but not the row of the discussion.
        Post p => [new(SubjectKind.Post, p.Id), new(SubjectKind.Discussion, p.DiscussionId)],
        PostMark m => [new(SubjectKind.Post, m.PostId), new(SubjectKind.Discussion, m.DiscussionId)],
        PostReaction r => [new(SubjectKind.Post, r.PostId), new(SubjectKind.Discussion, r.DiscussionId)],
        DiscussionAct a => [new(SubjectKind.Discussion, a.DiscussionId)],
        Endorsement e => [new(SubjectKind.Person, e.PersonId)],
        EvidenceContest c => [c.Subject],
        AdviceRequest { DeliveredAt: not null } r => r.Assignments.Where(a => a.Answer == AdviceAnswer.Accepted).Select(a => a.PersonId).OfType<Guid>().Select(p => new Subject(SubjectKind.Person, p)),
        AdviceAssignment { Answer: AdviceAnswer.Accepted, PersonId: { } person } => [new(SubjectKind.Person, person)],
        Event e => [new(SubjectKind.Event, e.Id)],
        EventTopic t => [new(SubjectKind.Event, t.EventId)],
        EventOrganization o => [new(SubjectKind.Event, o.EventId)],
        ConceptEdit e => [e.Subject],
        // Whatever holds the word is read differently from now on.
        OwnWord => [new(SubjectKind.Everything, Guid.Empty)],
        EndedSession s => [new(SubjectKind.Session, s.Id)],
        Account a => [new(SubjectKind.Account, a.Id)],
        EventPerson p => [new(SubjectKind.Event, p.EventId)],
        _ => [],
    };
}
