using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.Ledger;
using Beirat.Network.People;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Advice;

/// <summary>Who said something for somebody else.</summary>
internal sealed record Endorser(PostAuthor By, string Text);

/// <summary>Evidence that counts, with what the viewer may know of those who endorse and of requests that were answered.</summary>
internal sealed record CheckedEvidence(
    IReadOnlyList<FoundEvidence> Counting, IReadOnlyDictionary<Guid, Endorser> Endorsers, IReadOnlyDictionary<Guid, AnsweredRequestSight> Requests,
    IReadOnlyDictionary<Guid, DatePrecision> Vague);

/// <summary>
/// The second lock on evidence: what the index gives is held against the records, so that what was hidden, contested, removed or is
/// helpful to nobody any more counts from that moment on for nothing. One query per kind that occurs, however many people there are.
/// </summary>
internal sealed class EvidenceCheck(NetworkDb db, HitVisibility visibility, TimeProvider time)
{
    public async Task<CheckedEvidence> KeepAsync(Viewer viewer, IReadOnlyCollection<FoundEvidence> found, CancellationToken cancellation)
    {
        var visible = await visibility.KeepAsync(viewer, found, e => e.Facts.Seen, cancellation);
        var contested = await ContestedAsync([.. visible.Select(e => e.Facts.PersonId).Distinct()], cancellation);
        var helpful = await HelpfulAsync(Sources(visible, EvidenceKind.Post), cancellation);
        var endorsers = await EndorsersAsync(viewer, Sources(visible, EvidenceKind.Endorsement), cancellation);
        var answered = await AnsweredAsync(Sources(visible, EvidenceKind.AnsweredRequest), cancellation);
        var requests = await db.SightsAsync(viewer, [.. answered.Select(a => a.Request).Distinct()], time.Today(), cancellation);
        var vague = await VagueAsync([.. Sources(visible, EvidenceKind.Event), .. Sources(visible, EvidenceKind.Course)], cancellation);
        var counting = visible.Where(e => !contested.Contains((e.Facts.PersonId, e.Facts.Kind, e.Facts.Source)) && e.Facts.Kind switch
        {
            EvidenceKind.Post => helpful.Contains(e.Facts.Source),
            EvidenceKind.AnsweredRequest => answered.Contains((e.Facts.Source, e.Facts.PersonId)),
            // Nobody has learned yet what they have only signed up for.
            EvidenceKind.Course => e.Facts.Date <= time.Today(),
            EvidenceKind.Endorsement => endorsers.ContainsKey(e.Facts.Source),
            _ => true,
        });
        return new CheckedEvidence([.. counting], endorsers, requests, vague);
    }

    private static List<Guid> Sources(IEnumerable<FoundEvidence> found, EvidenceKind kind) => [.. found.Where(e => e.Facts.Kind == kind).Select(e => e.Facts.Source).Distinct()];

    private async Task<HashSet<(Guid, EvidenceKind, Guid)>> ContestedAsync(List<Guid> people, CancellationToken cancellation)
    {
        var contests = await db.EvidenceContests.Uncounted().Where(c => people.Contains(c.PersonId)).Select(c => new { c.PersonId, c.Kind, c.SourceId }).ToListAsync(cancellation);
        return [.. contests.Select(c => (c.PersonId, c.Kind, c.SourceId))];
    }

    private async Task<HashSet<Guid>> HelpfulAsync(List<Guid> posts, CancellationToken cancellation) => posts.Count == 0
        ? []
        : await db.PostMarks.Where(m => posts.Contains(m.PostId)).Select(m => m.PostId).Distinct().ToHashSetAsync(cancellation);

    // The index holds the first day of a month of which no more is known.
    private async Task<Dictionary<Guid, DatePrecision>> VagueAsync(List<Guid> events, CancellationToken cancellation) => events.Count == 0
        ? []
        : await db.Events.Where(e => events.Contains(e.Id) && e.Precision != DatePrecision.Day).ToDictionaryAsync(e => e.Id, e => e.Precision, cancellation);

    private async Task<HashSet<(Guid Request, Guid Person)>> AnsweredAsync(List<Guid> requests, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        var rows = await db.Answered().Where(a => requests.Contains(a.RequestId)).ToListAsync(cancellation);
        return [.. rows.Select(a => (a.RequestId, a.PersonId))];
    }

    private async Task<Dictionary<Guid, Endorser>> EndorsersAsync(Viewer viewer, List<Guid> endorsements, CancellationToken cancellation)
    {
        if (endorsements.Count == 0) return [];
        // Somebody who has left is named still, but their page may not be for this viewer.
        var known = db.People.VisibleTo(viewer, db, time.Today()).Select(p => p.Id);
        var rows = await (
            from e in db.Endorsements
            join p in db.People on e.ById equals p.Id
            where endorsements.Contains(e.Id)
            select new { e.Id, Slug = known.Contains(p.Id) ? p.Slug : null, p.Name, e.Text }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => new Endorser(new PostAuthor(r.Slug, r.Name), r.Text));
    }
}
