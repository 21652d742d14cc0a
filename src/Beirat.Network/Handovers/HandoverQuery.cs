using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Messages;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Handovers;

/// <summary>A handover in a list.</summary>
public sealed record HandoverCard(Guid Id, string Person, int Seat, DateOnly LastDay, bool Answered, DateTimeOffset? ClosedAt, DateTimeOffset? CancelledAt);

/// <summary>Something to pass on. <see cref="Key"/> is the last part of its address.</summary>
public sealed record HandoverItem(HandoverItemKind Kind, Guid Id, string Title, string Language, string Key, bool Done);

/// <summary>A handover with its items. <see cref="Messages"/> is a number only: nobody reads what was written to somebody else.</summary>
public sealed record HandoverView(
    Guid Id, int Version, string Person, string Slug, int Seat, DateOnly LastDay, bool IsOpen, bool? StaysFindable, DateTimeOffset? AnsweredAt,
    DateTimeOffset? ClosedAt, DateTimeOffset? CancelledAt, IReadOnlyList<HandoverItem> Items, int Messages)
{
    /// <summary>Items and the question.</summary>
    public int Total => Items.Count + 1;

    public int Done => Items.Count(i => i.Done) + (AnsweredAt is null ? 0 : 1);
}

/// <summary>The question as the person who leaves sees it.</summary>
public sealed record OwnHandover(Guid Id, int Seat, DateOnly LastDay, bool? StaysFindable, DateTimeOffset? AnsweredAt);

/// <summary>Handovers, for staff; and one's own.</summary>
public sealed class HandoverQuery
{
    public const int PageSize = 40;

    /// <summary>Items of a kind that are listed at once; the rest follows when these are done.</summary>
    private const int Listed = 100;
    private const int TitleLength = 120;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal HandoverQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>One page, latest last day first. <paramref name="after"/> is the id of the last one already shown.</summary>
    public async Task<Page<HandoverCard>> RunAsync(Viewer viewer, Guid? after = null, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Page<HandoverCard>([], null);
        var handovers = _db.Handovers.AsQueryable();
        if (after is { } id && await _db.Handovers.Where(h => h.Id == id).Select(h => (DateOnly?)h.LastDay).FirstOrDefaultAsync(cancellation) is { } day)
            handovers = handovers.Where(h => h.LastDay < day || (h.LastDay == day && h.Id.CompareTo(id) < 0));
        var rows = await (
            from h in handovers
            join p in _db.People on h.PersonId equals p.Id
            join s in _db.Seats on h.SeatId equals s.Id
            orderby h.LastDay descending, h.Id descending
            select new HandoverCard(h.Id, p.Name, s.Number, h.LastDay, h.AnsweredAt != null, h.ClosedAt, h.CancelledAt)).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<HandoverCard>([.. rows.Take(PageSize)], rows.Count > PageSize ? $"{rows[PageSize - 1].Id}" : null);
    }

    public async Task<int> OpenAsync(Viewer viewer, CancellationToken cancellation = default) =>
        viewer.IsStaff ? await _db.Handovers.CountAsync(h => h.ClosedAt == null && h.CancelledAt == null, cancellation) : 0;

    public async Task<HandoverView?> OneAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.Handovers.AsNoTracking().Include(h => h.Ticks).FirstOrDefaultAsync(h => h.Id == id, cancellation) is not { } handover) return null;
        var person = await _db.People.Where(p => p.Id == handover.PersonId).Select(p => new { p.Name, p.Slug }).SingleAsync(cancellation);
        var seat = await _db.Seats.Where(s => s.Id == handover.SeatId).Select(s => s.Number).SingleAsync(cancellation);
        return new HandoverView(
            handover.Id, handover.Version, person.Name, person.Slug, seat, handover.LastDay, handover.IsOpen, handover.StaysFindable, handover.AnsweredAt,
            handover.ClosedAt, handover.CancelledAt, await ItemsAsync(handover, cancellation),
            await UnansweredMessagesAsync(handover.PersonId, cancellation));
    }

    /// <summary>The viewer's own, the latest; null when there is none.</summary>
    public async Task<OwnHandover?> OwnAsync(Viewer viewer, CancellationToken cancellation = default) => viewer.PersonId is not { } person
        ? null
        : await (from h in _db.Handovers
                 join s in _db.Seats on h.SeatId equals s.Id
                 where h.PersonId == person && h.CancelledAt == null
                 orderby h.LastDay descending, h.Id descending
                 select new OwnHandover(h.Id, s.Number, h.LastDay, h.StaysFindable, h.AnsweredAt)).FirstOrDefaultAsync(cancellation);

    private async Task<List<HandoverItem>> ItemsAsync(Handover handover, CancellationToken cancellation)
    {
        var (person, today) = (handover.PersonId, _time.Today());
        var ticked = handover.Ticks.Select(t => (t.Kind, t.SubjectId)).ToHashSet();
        var passed = handover.Ticks.Where(t => t.Kind == HandoverItemKind.Article).Select(t => t.SubjectId).ToList();
        var articles = await _db.Articles.CaredForBy(person, passed).OrderBy(a => a.Title).Take(Listed)
            .Select(a => new { a.Id, a.Title, a.Language, a.Slug }).ToListAsync(cancellation);
        var discussions = await _db.Discussions.Where(d => d.StartedById == person && d.ClosedAt == null).OrderBy(d => d.StartedAt).Take(Listed)
            .Select(d => new { d.Id, d.Title, d.Language }).ToListAsync(cancellation);
        var roles = await (
            from m in _db.Memberships
            join o in _db.Organizations on m.OrganizationId equals o.Id
            where m.PersonId == person && (m.Until == null || m.Until >= today)
            orderby o.SortName
            select new { m.Id, o.Name, o.Slug }).Take(Listed).ToListAsync(cancellation);
        var requests = await (
            from a in _db.AdviceAssignments
            join r in _db.AdviceRequests on a.RequestId equals r.Id
            where a.PersonId == person && r.State == AdviceState.Open && (a.Answer == AdviceAnswer.Pending || a.Answer == AdviceAnswer.Accepted)
            orderby r.Deadline, r.Id
            select new { r.Id, r.Question, r.Language }).Take(Listed).ToListAsync(cancellation);
        return
        [
            .. requests.Select(r => Item(HandoverItemKind.Request, r.Id, Excerpt.Beginning(r.Question, TitleLength), r.Language, $"{r.Id}")),
            .. articles.Select(a => Item(HandoverItemKind.Article, a.Id, a.Title, a.Language, a.Slug)),
            .. discussions.Select(d => Item(HandoverItemKind.Discussion, d.Id, d.Title, d.Language, $"{d.Id}")),
            .. roles.Select(r => Item(HandoverItemKind.Role, r.Id, r.Name, Languages.Default, r.Slug)),
        ];

        HandoverItem Item(HandoverItemKind kind, Guid id, string title, string language, string key) =>
            new(kind, id, title, language, key, ticked.Contains((kind, id)));
    }

    /// <summary>How many conversations wait for the person's answer. A number only: nobody reads the messages of somebody else.</summary>
    private Task<int> UnansweredMessagesAsync(Guid person, CancellationToken cancellation) =>
        _db.Conversations.CountAsync(c => c.ToPersonId == person && c.State == ConversationState.Open, cancellation);
}
