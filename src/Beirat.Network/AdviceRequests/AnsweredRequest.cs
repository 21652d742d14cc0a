using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>That somebody took a request on, took part in its answer, and the answer was delivered: it speaks for them.</summary>
internal sealed class AnsweredRequest
{
    public Guid RequestId { get; init; }

    public Guid PersonId { get; init; }

    public DateTimeOffset DeliveredAt { get; init; }
}

/// <summary>
/// What one viewer may know of an answered request. <see cref="Title"/> is empty for whoever may not see the request; then
/// there is a month and no day, and of a confidential one not even that.
/// </summary>
internal sealed record AnsweredRequestSight(Guid RequestId, string Title, string Language, IReadOnlyList<Guid> Topics, DateOnly? Day)
{
    public bool IsOpen => Title.Length > 0;

    /// <summary>What stands in the index is seen by all: the month, so that points tell no day either.</summary>
    public static DateOnly MonthOf(DateTimeOffset deliveredAt)
    {
        var day = DayOf(deliveredAt);
        return new DateOnly(day.Year, day.Month, 1);
    }

    public static AnsweredRequestSight Of(AdviceRequest request, bool sees) => new(
        request.Id, sees ? AdviceRules.TitleOf(request.Question) : string.Empty, request.Language, [.. request.Topics.Select(t => t.TopicId)],
        sees ? DayOf(request.DeliveredAt!.Value) : request.Confidentiality == AdviceConfidentiality.Internal ? null : MonthOf(request.DeliveredAt!.Value));

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.InCity().DateTime);
}

internal static class AnsweredRequests
{
    /// <summary>Accepted, delivered, and with a version, a remark or a word in the thread until then: who only said yes has not answered.</summary>
    public static IQueryable<AnsweredRequest> Answered(this NetworkDb db) =>
        from place in db.AdviceAssignments
        join request in db.AdviceRequests on place.RequestId equals request.Id
        where place.PersonId != null && place.Answer == AdviceAnswer.Accepted && request.DeliveredAt != null
            && (db.AdviceVersions.Any(v => v.RequestId == request.Id && v.ById == place.PersonId)
                || db.AdviceComments.Any(c => c.RequestId == request.Id && c.ById == place.PersonId)
                || db.Posts.Any(p => p.AuthorId == place.PersonId && p.RemovedAt == null && p.At <= request.DeliveredAt
                    && db.Discussions.Any(d => d.Id == p.DiscussionId && d.AdviceRequestId == request.Id)))
        select new AnsweredRequest { RequestId = request.Id, PersonId = place.PersonId!.Value, DeliveredAt = request.DeliveredAt!.Value };

    /// <summary>What the viewer may know of some requests; those that are gone are missing.</summary>
    public static async Task<Dictionary<Guid, AnsweredRequestSight>> SightsAsync(
        this NetworkDb db, Viewer viewer, IReadOnlyCollection<Guid> ids, DateOnly today, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var seen = await db.AdviceRequests.VisibleTo(viewer, db, today).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToHashSetAsync(cancellation);
        var requests = await db.AdviceRequests.AsNoTracking().Include(r => r.Topics).Where(r => ids.Contains(r.Id) && r.DeliveredAt != null).ToListAsync(cancellation);
        return requests.ToDictionary(r => r.Id, r => AnsweredRequestSight.Of(r, seen.Contains(r.Id)));
    }
}
