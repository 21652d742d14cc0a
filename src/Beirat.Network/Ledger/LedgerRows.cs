using Beirat.Network.AdviceRequests;
using Beirat.Network.Data;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Ledger;

/// <summary>An entry as the database tells it. Kinds are dated by a moment or by a day; each is sorted by the one it has.</summary>
internal sealed class LedgerRow
{
    public Guid Source { get; set; }

    public string Title { get; set; } = string.Empty;

    public string Language { get; set; } = Common.Languages.Default;

    public string Key { get; set; } = string.Empty;

    public string Text { get; set; } = string.Empty;

    public DateTimeOffset At { get; set; }

    public DateOnly Day { get; set; }

    public DatePrecision Precision { get; set; }

    public Guid TopicId { get; set; }

    public Guid ById { get; set; }

    public Guid DiscussionId { get; set; }

    public long Sequence { get; set; }
}

/// <summary>What speaks for somebody, kind by kind, newest first: the same that the index holds, read from the records themselves.</summary>
internal static class LedgerRows
{
    /// <summary>The entries of a kind after another one; null: from the beginning.</summary>
    public static Task<List<LedgerRow>> PageAsync(
        this NetworkDb db, Guid person, EvidenceKind kind, LedgerRow? after, int count, DateOnly today, CancellationToken cancellation) => kind switch
    {
        EvidenceKind.Claim or EvidenceKind.Profession => after is null ? FewAsync(db, person, kind, cancellation) : Task.FromResult<List<LedgerRow>>([]),
        EvidenceKind.OrganizationRole or EvidenceKind.Event or EvidenceKind.Course => ByDay(Rows(db, person, kind, today), after).Take(count).ToListAsync(cancellation),
        _ => ByMoment(Rows(db, person, kind, today), after).Take(count).ToListAsync(cancellation),
    };

    /// <summary>One entry; null when nothing of that kind and source speaks for the person.</summary>
    public static async Task<LedgerRow?> EntryAsync(this NetworkDb db, Guid person, EvidenceSource source, DateOnly today, CancellationToken cancellation) =>
        source.Kind is EvidenceKind.Claim or EvidenceKind.Profession
            ? (await FewAsync(db, person, source.Kind, cancellation)).Find(r => r.Source == source.Id)
            : await Rows(db, person, source.Kind, today).FirstOrDefaultAsync(r => r.Source == source.Id, cancellation);

    // A profile has at most as many as its form takes.
    private static async Task<List<LedgerRow>> FewAsync(NetworkDb db, Guid person, EvidenceKind kind, CancellationToken cancellation)
    {
        var people = db.People.AsNoTracking().Where(p => p.Id == person);
        if (kind == EvidenceKind.Claim)
        {
            return await people.SelectMany(p => p.Topics).OrderBy(t => t.TopicId).Take(ProfileRules.MaxRows)
                .Select(t => new LedgerRow { Source = t.TopicId, TopicId = t.TopicId, Text = t.Note }).ToListAsync(cancellation);
        }

        var professions = await people.SelectMany(p => p.Professions).OrderBy(p => p.Title).Take(ProfileRules.MaxRows).Select(p => new { p.Title, p.Degree }).ToListAsync(cancellation);
        return [.. professions.Select(p => new LedgerRow { Source = PersonProfession.SourceOf(p.Title), Title = p.Title, Text = p.Degree ?? string.Empty }).DistinctBy(r => r.Source)];
    }

    private static IQueryable<LedgerRow> Rows(NetworkDb db, Guid person, EvidenceKind kind, DateOnly today) => kind switch
    {
        EvidenceKind.Article => db.Articles.AsNoTracking().Where(a => a.AuthorId == person && a.State == ArticleState.Published)
            .Select(a => new LedgerRow { Source = a.Id, Title = a.Title, Language = a.Language, Key = a.Slug, At = a.RevisedAt }),
        EvidenceKind.Endorsement => db.Endorsements.AsNoTracking().Where(e => e.PersonId == person)
            .Select(e => new LedgerRow { Source = e.Id, TopicId = e.TopicId, Text = e.Text, Language = e.Language, ById = e.ById, At = e.At }),
        EvidenceKind.AnsweredRequest => db.Answered().Where(a => a.PersonId == person).Select(a => new LedgerRow { Source = a.RequestId, At = a.DeliveredAt }),
        EvidenceKind.Post =>
            from p in db.Posts.AsNoTracking()
            join d in db.Discussions on p.DiscussionId equals d.Id
            where p.AuthorId == person && p.RemovedAt == null && db.PostMarks.Any(m => m.PostId == p.Id)
            select new LedgerRow { Source = p.Id, Title = d.Title, Language = d.Language, DiscussionId = d.Id, Sequence = p.Sequence, At = p.At },
        EvidenceKind.Event =>
            from e in db.Events.AsNoTracking()
            where e.People.Any(p => p.PersonId == person && p.Part != PersonPart.Participant)
            select new LedgerRow { Source = e.Id, Title = e.Title, Key = e.Slug, Day = e.Start, Precision = e.Precision },
        EvidenceKind.Course =>
            from e in db.Events.AsNoTracking()
            where EventKinds.Courses.Contains(e.Kind) && e.Start <= today && e.People.Any(p => p.PersonId == person && p.Part == PersonPart.Participant)
            select new LedgerRow { Source = e.Id, Title = e.Title, Key = e.Slug, Day = e.Start, Precision = e.Precision },
        EvidenceKind.OrganizationRole =>
            from m in db.Memberships.AsNoTracking()
            join o in db.Organizations on m.OrganizationId equals o.Id
            where m.PersonId == person && m.Role != MembershipRole.Staff && m.From <= today && (m.Until == null || m.Until >= today)
            select new LedgerRow { Source = m.Id, Title = o.Name, Key = o.Slug, Day = m.From },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing of this kind speaks for anybody."),
    };

    private static IQueryable<LedgerRow> ByMoment(IQueryable<LedgerRow> rows, LedgerRow? after) =>
        (after is null ? rows : rows.Where(r => r.At < after.At || (r.At == after.At && r.Source.CompareTo(after.Source) < 0)))
        .OrderByDescending(r => r.At).ThenByDescending(r => r.Source);

    private static IQueryable<LedgerRow> ByDay(IQueryable<LedgerRow> rows, LedgerRow? after) =>
        (after is null ? rows : rows.Where(r => r.Day < after.Day || (r.Day == after.Day && r.Source.CompareTo(after.Source) < 0)))
        .OrderByDescending(r => r.Day).ThenByDescending(r => r.Source);
}
