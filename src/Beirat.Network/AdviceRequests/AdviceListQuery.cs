using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>Which requests.</summary>
public enum AdviceList
{
    /// <summary>Public ones with their answers.</summary>
    Published,

    /// <summary>In which the viewer is asked.</summary>
    ToMe,

    /// <summary>Written by the viewer.</summary>
    Mine,

    /// <summary>Of an organisation that the viewer speaks for.</summary>
    Office,

    /// <summary>Not answered yet, the nearest deadline first.</summary>
    Open,

    /// <summary>All that the viewer may see.</summary>
    All,
}

/// <summary>A request in a list. <see cref="Own"/>: what the viewer answered to being asked.</summary>
public sealed record AdviceCard(
    Guid Id, string Title, string Language, AdviceKind Kind, AdviceConfidentiality Confidentiality, AdviceState State, string? Organization,
    DateOnly Deadline, DateTimeOffset AskedAt, DateTimeOffset? DeliveredAt, DateTimeOffset? RepliedAt, int Asked, int Accepted, AdviceAnswer? Own, bool IsOverdue);

/// <summary>Requests in lists, page by page.</summary>
public sealed class AdviceListQuery
{
    public const int PageSize = 25;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AdviceListQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>The lists that mean something to the viewer; the first one is shown when none is asked for.</summary>
    public async Task<IReadOnlyList<AdviceList>> ListsAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return [AdviceList.Published];
        var speaks = await _db.SpokenForBy(viewer.PersonId, _time.Today()).AnyAsync(cancellation);
        AdviceList[] lists =
        [
            .. viewer.IsStaff ? [AdviceList.Open] : Array.Empty<AdviceList>(), .. viewer.Sees(Audience.Members) && !viewer.IsStaff ? [AdviceList.ToMe] : Array.Empty<AdviceList>(),
            AdviceList.Mine, .. speaks ? [AdviceList.Office] : Array.Empty<AdviceList>(), AdviceList.Open, AdviceList.Published, AdviceList.All,
        ];
        return [.. lists.Distinct()];
    }

    /// <summary>One page. <paramref name="after"/> is the id of the last request already shown.</summary>
    public async Task<Page<AdviceCard>> RunAsync(Viewer viewer, AdviceList list, Guid? after = null, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var requests = Of(viewer, list, today);
        var byDeadline = list == AdviceList.Open;
        if (after is { } id && await requests.Where(r => r.Id == id).Select(r => new { r.Deadline, r.AskedAt }).FirstOrDefaultAsync(cancellation) is { } last)
        {
            requests = byDeadline
                ? requests.Where(r => r.Deadline > last.Deadline || (r.Deadline == last.Deadline && r.Id.CompareTo(id) > 0))
                : requests.Where(r => r.AskedAt < last.AskedAt || (r.AskedAt == last.AskedAt && r.Id.CompareTo(id) < 0));
        }

        var ordered = byDeadline ? requests.OrderBy(r => r.Deadline).ThenBy(r => r.Id) : requests.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id);
        var person = viewer.Sees(Audience.Members) ? viewer.PersonId : null;
        var rows = await ordered.Take(PageSize + 1).AsNoTracking().Select(r => new
        {
            r.Id, r.Question, r.Language, r.Kind, r.Confidentiality, r.State, r.Deadline, r.AskedAt, r.DeliveredAt, r.RepliedAt,
            Organization = _db.Organizations.Where(o => o.Id == r.OrganizationId).Select(o => o.Name).FirstOrDefault(),
            Asked = r.Assignments.Count, Accepted = r.Assignments.Count(a => a.Answer == AdviceAnswer.Accepted),
            Own = r.Assignments.Where(a => person != null && a.PersonId == person).Select(a => (AdviceAnswer?)a.Answer).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var cards = rows.Take(PageSize).Select(r => new AdviceCard(
            r.Id, AdviceRules.TitleOf(r.Question), r.Language, r.Kind, r.Confidentiality, r.State, r.Organization, r.Deadline, r.AskedAt, r.DeliveredAt, r.RepliedAt,
            r.Asked, r.Accepted, r.Own, r.State is AdviceState.Open or AdviceState.Released && r.Deadline < today));
        return new Page<AdviceCard>([.. cards], rows.Count > PageSize ? $"{rows[PageSize - 1].Id}" : null);
    }

    /// <summary>Requests that wait for the viewer's answer.</summary>
    public Task<int> WaitingAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var person = viewer.PersonId;
        return _db.AdviceRequests.PutTo(viewer).CountAsync(
            r => r.State == AdviceState.Open && r.Assignments.Any(a => a.PersonId == person && a.Answer == AdviceAnswer.Pending), cancellation);
    }

    /// <summary>For the office: requests without an answer, and those whose deadline is over.</summary>
    public async Task<(int Open, int Overdue)> CountsAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return (0, 0);
        var (open, today) = (Of(viewer, AdviceList.Open, _time.Today()), _time.Today());
        return (await open.CountAsync(cancellation), await open.CountAsync(r => r.Deadline < today, cancellation));
    }

    private IQueryable<AdviceRequest> Of(Viewer viewer, AdviceList list, DateOnly today)
    {
        var visible = _db.AdviceRequests.VisibleTo(viewer, _db, today);
        var account = viewer.AccountId;
        var offices = _db.SpokenForBy(account is null ? null : viewer.PersonId, today);
        return list switch
        {
            AdviceList.ToMe => _db.AdviceRequests.PutTo(viewer),
            AdviceList.Mine => visible.Where(r => account != null && r.AccountId == account),
            AdviceList.Office => visible.Where(r => r.OrganizationId != null && offices.Contains(r.OrganizationId.Value)),
            AdviceList.Open => visible.Where(r => r.State == AdviceState.Open || r.State == AdviceState.Released),
            AdviceList.Published => visible.Where(r => r.Confidentiality == AdviceConfidentiality.Public && (r.State == AdviceState.Delivered || r.State == AdviceState.Replied)),
            _ => visible,
        };
    }
}
