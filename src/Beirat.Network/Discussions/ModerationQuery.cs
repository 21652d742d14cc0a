using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>A report as the office sees it, or as whoever reported or wrote does.</summary>
public sealed record ReportCard(
    Guid Id, Guid DiscussionId, string Title, string TitleLanguage, long Sequence, string Text, string Language, PostAuthor? Author, PostAuthor? Reporter,
    ReportReason Reason, string Said, DateTimeOffset At, ReportState State, string Decision, DateTimeOffset? DecidedAt, int Same);

/// <summary>Somebody whose writing is stopped.</summary>
public sealed record StopCard(PostAuthor Person, DateOnly Until, string Reason);

/// <summary>People whose posts somebody wants folded, and the accounts by which pages recognise new ones.</summary>
public sealed record MutedPeople(IReadOnlySet<Guid> People, IReadOnlyList<Guid> Accounts)
{
    public static MutedPeople None { get; } = new(new HashSet<Guid>(), []);
}

/// <summary>Reports and stops, for the office and for those whom they concern.</summary>
public sealed class ModerationQuery
{
    public const int PageSize = 20;

    private readonly NetworkDb _db;
    private readonly AuthorDirectory _authors;
    private readonly TimeProvider _time;

    internal ModerationQuery(NetworkDb db, AuthorDirectory authors, TimeProvider time) => (_db, _authors, _time) = (db, authors, time);

    /// <summary>The queue: open ones, the oldest first; or decided ones, the newest first. <paramref name="after"/>: the last one shown.</summary>
    public async Task<Page<ReportCard>> QueueAsync(Viewer viewer, bool decided, Guid? after = null, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Page<ReportCard>([], null);
        // Ids are in the order of time.
        var reports = _db.PostReports.Where(r => (r.State != ReportState.Open) == decided);
        reports = decided
            ? reports.Where(r => after == null || r.Id.CompareTo(after.Value) < 0).OrderByDescending(r => r.Id)
            : reports.Where(r => after == null || r.Id.CompareTo(after.Value) > 0).OrderBy(r => r.Id);
        var cards = await CardsAsync(viewer, reports.Take(PageSize + 1), cancellation);
        return new Page<ReportCard>([.. cards.Take(PageSize)], cards.Count > PageSize ? cards[PageSize - 1].Id.ToString() : null);
    }

    public async Task<int> OpenAsync(Viewer viewer, CancellationToken cancellation = default) =>
        viewer.IsStaff ? await _db.PostReports.CountAsync(r => r.State == ReportState.Open, cancellation) : 0;

    /// <summary>What the viewer reported, and what was decided about it.</summary>
    public async Task<IReadOnlyList<ReportCard>> OwnAsync(Viewer viewer, CancellationToken cancellation = default) => viewer.PersonId is not { } person ? []
        : await CardsAsync(viewer, _db.PostReports.Where(r => r.ReporterId == person).OrderByDescending(r => r.Id).Take(PageSize), cancellation);

    /// <summary>The stop of the viewer's writing; null when there is none.</summary>
    public async Task<StopCard?> OwnStopAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        return viewer.PersonId is not { } person ? null : await _db.WritingStops.Where(s => s.PersonId == person && s.Until >= today)
            .Select(s => new StopCard(new PostAuthor(null, string.Empty), s.Until, s.Reason)).FirstOrDefaultAsync(cancellation);
    }

    public async Task<IReadOnlyList<StopCard>> StopsAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return [];
        var today = _time.Today();
        return await _db.WritingStops.Where(s => s.Until >= today).Join(_db.People, s => s.PersonId, p => p.Id, (s, p) => new { s, p }).OrderBy(x => x.p.SortName).Take(PageSize * 5)
            .Select(x => new StopCard(new PostAuthor(x.p.Slug, x.p.Name), x.s.Until, x.s.Reason)).ToListAsync(cancellation);
    }

    /// <summary>People whose posts the viewer wants folded.</summary>
    public async Task<MutedPeople> MutedAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return MutedPeople.None;
        var muted = await (
            from m in _db.PersonMutes.Where(m => m.PersonId == person).OrderBy(m => m.At).Take(PageSize * 10)
            from a in _db.Users.Where(a => a.PersonId == m.MutedId).DefaultIfEmpty()
            select new { m.MutedId, Account = (Guid?)a!.Id }).ToListAsync(cancellation);
        return muted.Count == 0 ? MutedPeople.None : new MutedPeople(muted.Select(m => m.MutedId).ToHashSet(), [.. muted.Select(m => m.Account).OfType<Guid>()]);
    }

    private async Task<List<ReportCard>> CardsAsync(Viewer viewer, IQueryable<PostReport> reports, CancellationToken cancellation)
    {
        var rows = await reports.AsNoTracking().ToListAsync(cancellation);
        var ids = rows.ConvertAll(r => r.PostId);
        var posts = await (
            from p in _db.Posts
            join d in _db.Discussions.VisibleTo(viewer, _db, _time.Today()) on p.DiscussionId equals d.Id
            where ids.Contains(p.Id)
            select new { p.Id, p.DiscussionId, d.Title, TitleLanguage = d.Language, p.Sequence, p.Text, p.Language, p.AuthorId }).ToDictionaryAsync(p => p.Id, cancellation);
        var same = await _db.PostReports.Where(r => ids.Contains(r.PostId)).GroupBy(r => r.PostId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var names = await _authors.OfAsync(_db, [.. rows.Select(r => r.ReporterId).Concat(posts.Values.Select(p => p.AuthorId)).OfType<Guid>().Distinct()], cancellation);
        return [.. rows.Where(r => posts.ContainsKey(r.PostId)).Select(r => (Report: r, Post: posts[r.PostId])).Select(x => new ReportCard(
            x.Report.Id, x.Post.DiscussionId, x.Post.Title, x.Post.TitleLanguage, x.Post.Sequence, x.Post.Text, x.Post.Language, Name(x.Post.AuthorId), Name(x.Report.ReporterId),
            x.Report.Reason, x.Report.Text, x.Report.At, x.Report.State, x.Report.Decision, x.Report.DecidedAt, same[x.Report.PostId]))];

        PostAuthor? Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }
}
