using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Ledger;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Advice;

/// <summary>Somebody who knows about something near, and about what.</summary>
public sealed record NearPerson(string Slug, string Name, IReadOnlyList<TopicLink> Topics);

/// <summary>
/// What somebody can do for whose question nobody was found. Open: how many would be found without the filters. <see cref="IsAbout"/> is
/// false when nothing near the question is known: then these are the topics that most people of the council know about.
/// </summary>
public sealed record NearAdvice(int Open, bool IsAbout, IReadOnlyList<TopicLink> Topics, IReadOnlyList<NearPerson> People);

/// <summary>Looks around a question for topics that somebody of the council lets themselves be found by.</summary>
internal sealed class AdviceSurroundings(NetworkDb db, TimeProvider time)
{
    private const int MaxTopics = 8;
    private const int MaxPeople = 6;

    public async Task<NearAdvice> LookAsync(Viewer viewer, Question question, TopicNames names, int open, CancellationToken cancellation)
    {
        var known = await KnownAsync(viewer, cancellation);
        var around = Around(question, names).Where(known.ContainsKey).Distinct().Take(MaxTopics).ToList();
        var topics = around.Count > 0 ? around : [.. known.OrderByDescending(k => k.Value).ThenBy(k => k.Key).Take(MaxTopics).Select(k => k.Key)];
        return new NearAdvice(open, around.Count > 0, names.Links(topics), around.Count > 0 ? await PeopleAsync(viewer, around, names, cancellation) : []);
    }

    // What was meant, what is related to it, and what lies above it and below.
    private static IEnumerable<Guid> Around(Question question, TopicNames names)
    {
        var meant = question.Concepts.Select(c => c.Concept.TopicId).Concat(question.Concepts.SelectMany(c => c.Near).Select(n => n.TopicId)).OfType<Guid>().ToList();
        return meant.Concat(meant.SelectMany(names.Below)).Concat(meant.SelectMany(names.Beside));
    }

    /// <summary>How many people know about each topic, as far as the viewer may find them by it.</summary>
    private Task<Dictionary<Guid, int>> KnownAsync(Viewer viewer, CancellationToken cancellation) =>
        Claims(viewer).GroupBy(c => c.TopicId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

    private async Task<List<NearPerson>> PeopleAsync(Viewer viewer, List<Guid> topics, TopicNames names, CancellationToken cancellation)
    {
        var claims = Claims(viewer).Where(c => topics.Contains(c.TopicId));
        var ids = await claims.GroupBy(c => c.PersonId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(MaxPeople).Select(g => g.Key).ToListAsync(cancellation);
        var rows = await (
            from c in claims
            join p in db.People on c.PersonId equals p.Id
            where ids.Contains(p.Id)
            select new { p.Id, p.Slug, p.Name, c.TopicId }).ToListAsync(cancellation);
        return [.. rows.GroupBy(r => r.Id).OrderBy(g => ids.IndexOf(g.Key))
            .Select(g => new NearPerson(g.First().Slug, g.First().Name, names.Links(g.Select(r => r.TopicId))))];
    }

    private IQueryable<PersonTopic> Claims(Viewer viewer)
    {
        var today = time.Today();
        var found = db.PeopleFoundBy(ProfileField.Topics, viewer, today);
        var experts = db.Experts(today).Where(p => found.Contains(p.Id)).Select(p => p.Id);
        return db.People.SelectMany(p => p.Topics).Where(t => experts.Contains(t.PersonId)
            && !db.EvidenceContests.Any(c => c.PersonId == t.PersonId && c.Kind == EvidenceKind.Claim && c.SourceId == t.TopicId && c.State != ContestState.Kept));
    }
}
