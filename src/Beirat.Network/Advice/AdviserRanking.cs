using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Events;
using Beirat.Network.People;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Advice;

/// <summary>Somebody with what counts for them, before the texts are read.</summary>
internal sealed record RankedAdviser(Adviser Person, IReadOnlyList<WeighedEvidence> Ledger, IReadOnlyList<Evidence> Against)
{
    public decimal Score { get; } = Ledger.Sum(e => e.Points) + Against.Sum(e => e.Points);
}

/// <summary>
/// Orders people by what counts for and against them. What the index knows is an upper bound, because records can only take points
/// away; so records are read for the first few people, and for more only while somebody further down could still come before them.
/// </summary>
internal sealed class AdviserRanking(NetworkDb db, EvidenceCheck check, IAdviserTurns turns, TimeProvider time)
{
    // People whose records are read in one go.
    private const int Together = 20;

    private readonly Dictionary<Guid, Endorser> _endorsers = [];
    private readonly Dictionary<Guid, AnsweredRequestSight> _requests = [];
    private readonly Dictionary<Guid, DatePrecision> _vague = [];

    /// <summary>Those of whom the last call told that they said something for somebody else.</summary>
    public IReadOnlyDictionary<Guid, Endorser> Endorsers => _endorsers;

    /// <summary>Events whose day is not known, and how exactly it is.</summary>
    public IReadOnlyDictionary<Guid, DatePrecision> Vague => _vague;

    /// <summary>Requests that the last call told of, as the viewer may know them.</summary>
    public IReadOnlyDictionary<Guid, AnsweredRequestSight> Requests => _requests;

    /// <summary>The best of those for whom something was found, best first.</summary>
    public async Task<IReadOnlyList<RankedAdviser>> BestAsync(Viewer viewer, IReadOnlyList<FoundEvidence> found, int count, CancellationToken cancellation)
    {
        var today = time.Today();
        var people = found.GroupBy(e => e.Facts.PersonId)
            .Select(g => (Found: g.ToList(), AtMost: EvidenceWeights.Ledger(g, today).Sum(e => e.Points)))
            .Where(p => p.AtMost > 0).OrderByDescending(p => p.AtMost).ThenBy(p => p.Found[0].Facts.PersonId).ToList();
        var best = new List<RankedAdviser>();
        for (var at = 0; at < people.Count && (best.Count < count || best[count - 1].Score < people[at].AtMost); at += Together)
        {
            best.AddRange(await LookAsync(viewer, [.. people.Skip(at).Take(Together).SelectMany(p => p.Found)], today, cancellation));
            best = [.. best.OrderByDescending(a => a.Score).ThenBy(a => a.Person.Name, StringComparer.Ordinal).Take(count)];
        }

        return best;
    }

    private async Task<IEnumerable<RankedAdviser>> LookAsync(Viewer viewer, List<FoundEvidence> found, DateOnly today, CancellationToken cancellation)
    {
        var kept = await check.KeepAsync(viewer, found, cancellation);
        foreach (var (id, endorser) in kept.Endorsers) _endorsers[id] = endorser;
        foreach (var (id, request) in kept.Requests) _requests[id] = request;
        foreach (var (id, precision) in kept.Vague) _vague[id] = precision;
        var ledgers = kept.Counting.GroupBy(e => e.Facts.PersonId).ToDictionary(g => g.Key, g => EvidenceWeights.Ledger(g, today));
        var ids = ledgers.Where(l => l.Value.Count > 0).Select(l => l.Key).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id, p.Slug, p.Name, p.Headline, p.AbsentFrom, p.AbsentUntil,
            Languages = p.Languages.OrderByDescending(l => l.Level).Select(l => new SpokenLanguage(l.Code, l.Level, l.Uses)).ToList(),
        }).ToListAsync(cancellation);
        var discloses = await Disclosure.OfAsync(db, ids, viewer, today, cancellation);
        // How much others have to do is told, and counts, within the council and its office.
        var work = viewer.Sees(Audience.Members) ? await turns.OfAsync(ids, cancellation) : new Dictionary<Guid, AdviserTurns>();
        return people.Select(p =>
        {
            var tells = discloses.Shows(p.Id, ProfileField.Availability);
            var absentUntil = tells && p.AbsentFrom <= today && p.AbsentUntil >= today ? p.AbsentUntil : null;
            var load = work.GetValueOrDefault(p.Id);
            var person = new Adviser(
                p.Id, p.Slug, p.Name, discloses.Text(p.Id, ProfileField.About, p.Headline), discloses.List(p.Id, ProfileField.Languages, p.Languages), absentUntil, [])
            {
                TellsAvailability = tells, OpenRequests = load.OpenRequests,
            };
            return new RankedAdviser(person, ledgers[p.Id], [.. Against(ledgers[p.Id].Sum(e => e.Points), absentUntil, load)]);
        });
    }

    /// <summary>What takes points away, line by line. Requests and turns take their part of what an absence leaves.</summary>
    private static IEnumerable<Evidence> Against(decimal points, DateOnly? absentUntil, AdviserTurns load)
    {
        if (absentUntil is { } until)
        {
            var absence = EvidenceWeights.Absence(points);
            points += absence;
            yield return Line(EvidenceKind.Absence, absence) with { Date = until };
        }

        var (requests, turns) = EvidenceWeights.Load(points, load.OpenRequests, load.RecentTurns);
        if (requests < 0) yield return Line(EvidenceKind.Load, requests) with { Count = load.OpenRequests };
        if (turns < 0) yield return Line(EvidenceKind.Turns, turns) with { Count = load.RecentTurns };
    }

    private static Evidence Line(EvidenceKind kind, decimal points) => new(kind, string.Empty, string.Empty, string.Empty, null, points, [], []);
}
