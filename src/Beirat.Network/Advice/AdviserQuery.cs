using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Advice;

/// <summary>Who is wanted. <see cref="Organization"/> is a slug; null means any.</summary>
public sealed record AdviserRequest(string? Question, string? Language = null, string? Organization = null, string? District = null)
{
    /// <summary>Slugs of topics that are not to widen the question.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];
}

/// <summary>One reason for or against a person. Its points are part of the person's score, no more and no less.</summary>
public sealed record Evidence(
    EvidenceKind Kind, string Title, string Key, string Language, DateOnly? Date, decimal Points,
    IReadOnlyList<TopicLink> Topics, IReadOnlyList<string> Words);

/// <summary>A proposed adviser. <see cref="Score"/> is the sum of the points of the evidence.</summary>
public sealed record Adviser(
    Guid Id, string Slug, string Name, string Headline, IReadOnlyList<SpokenLanguage> Languages, DateOnly? AbsentUntil, IReadOnlyList<Evidence> Evidence)
{
    public decimal Score { get; } = Evidence.Sum(e => e.Points);

    public bool Available => AbsentUntil is null;

    /// <summary>False when the person does not show the viewer whether they are there: then nothing is said about it.</summary>
    public bool TellsAvailability { get; init; } = true;
}

/// <summary>The proposal. <see cref="Ready"/> is false while the index is being built.</summary>
public sealed record AdviserResult(string Question, bool Ready, IReadOnlyList<UsedConcept> Concepts, IReadOnlyList<Adviser> Advisers);

/// <summary>Finds the people of the council who know about a question, with the reasons.</summary>
public sealed class AdviserQuery
{
    public const int Shown = 10;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly ConceptDirectory _concepts;
    private readonly EvidenceSearch _search;
    private readonly HitVisibility _visibility;
    private readonly TimeProvider _time;

    internal AdviserQuery(
        NetworkDb db, TopicDirectory topics, ConceptDirectory concepts, EvidenceSearch search, HitVisibility visibility, TimeProvider time) =>
        (_db, _topics, _concepts, _search, _visibility, _time) = (db, topics, concepts, search, visibility, time);

    public async Task<AdviserResult> RunAsync(Viewer viewer, AdviserRequest request, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var question = Question.Ask(request.Question, await _concepts.GetAsync(cancellation), request.Without);
        var names = await _topics.NamesAsync(cancellation);
        var concepts = UsedConcepts.Of(question);
        var candidates = await Candidates(viewer, request, today).ToListAsync(cancellation);
        var found = _search.Find(viewer, question, candidates);
        if (found is null) return new AdviserResult(question.Text, false, concepts, []);
        found = await _visibility.KeepAsync(viewer, found, e => e.Document, cancellation);

        var ledgers = found.GroupBy(e => e.Document.PersonId!.Value).ToDictionary(
            g => g.Key, g => EvidenceWeights.Ledger(g, today, e => Evidence(e, question, names)));
        var best = ledgers.Where(l => l.Value.Count > 0).OrderByDescending(l => l.Value.Sum(e => e.Points)).Take(Shown * 3).ToList();
        var advisers = await Advisers(best.ToDictionary(l => l.Key, l => l.Value), viewer, today, cancellation);
        return new AdviserResult(question.Text, true, concepts,
            [.. advisers.OrderByDescending(a => a.Score).ThenBy(a => a.Name, StringComparer.Ordinal).Take(Shown)]);
    }

    /// <summary>Those who advise: who holds a seat or deputises for one today, as an expert member.</summary>
    private IQueryable<Guid> Candidates(Viewer viewer, AdviserRequest request, DateOnly today)
    {
        var seated = from a in _db.SeatAssignments
                     join s in _db.Seats on a.SeatId equals s.Id
                     where s.Category == Council.SeatCategory.ExpertMember && a.From <= today && (a.Until == null || a.Until >= today)
                     select a.PersonId;
        var people = _db.People.Where(p => seated.Contains(p.Id));
        if (!string.IsNullOrEmpty(request.Language))
        {
            var found = _db.PeopleFoundBy(ProfileField.Languages, viewer, today);
            people = people.Where(p => p.Languages.Any(l => l.Code == request.Language) && found.Contains(p.Id));
        }

        if (!string.IsNullOrEmpty(request.District))
        {
            var found = _db.PeopleFoundBy(ProfileField.Districts, viewer, today);
            people = people.Where(p => p.Districts.Contains(request.District) && found.Contains(p.Id));
        }

        if (!string.IsNullOrEmpty(request.Organization))
        {
            var members = from m in _db.Memberships
                          join o in _db.Organizations on m.OrganizationId equals o.Id
                          where o.Slug == request.Organization && m.From <= today && (m.Until == null || m.Until >= today)
                          select m.PersonId;
            var found = _db.PeopleFoundBy(ProfileField.Roles, viewer, today);
            people = people.Where(p => members.Contains(p.Id) && found.Contains(p.Id));
        }

        return people.Select(p => p.Id);
    }

    private static Evidence Evidence((FoundEvidence Found, decimal Points) item, Question question, TopicNames names)
    {
        var document = item.Found.Document;
        var topics = question.Concepts.Select(c => c.Concept.TopicId).OfType<Guid>().Distinct().Where(document.Topics.Contains);
        return new Evidence(
            document.Evidence!.Value, document.Title, document.Key, document.TitleLanguage, document.Date, item.Points, names.Links(topics), item.Found.Words);
    }

    private async Task<List<Adviser>> Advisers(
        Dictionary<Guid, List<Evidence>> ledgers, Viewer viewer, DateOnly today, CancellationToken cancellation)
    {
        var ids = ledgers.Keys.ToList();
        var people = await _db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id, p.Slug, p.Name, p.Headline, p.AbsentFrom, p.AbsentUntil,
            Languages = p.Languages.OrderByDescending(l => l.Level).Select(l => new SpokenLanguage(l.Code, l.Level, l.Uses)).ToList(),
        }).ToListAsync(cancellation);
        var discloses = await Disclosure.OfAsync(_db, ids, viewer, today, cancellation);
        return [.. people.Select(p =>
        {
            var absent = p.AbsentFrom <= today && p.AbsentUntil >= today && discloses.Shows(p.Id, ProfileField.Availability);
            var absentUntil = absent ? p.AbsentUntil : null;
            var ledger = ledgers[p.Id];
            if (absentUntil is not null) ledger.Add(EvidenceWeights.Absence(ledger, absentUntil.Value));
            return new Adviser(
                p.Id, p.Slug, p.Name, discloses.Text(p.Id, ProfileField.About, p.Headline),
                discloses.List(p.Id, ProfileField.Languages, p.Languages), absentUntil, ledger)
            {
                TellsAvailability = discloses.Shows(p.Id, ProfileField.Availability),
            };
        })];
    }
}
