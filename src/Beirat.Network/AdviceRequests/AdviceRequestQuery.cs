using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>One request, with what this viewer may see of it and do about it.</summary>
public sealed class AdviceRequestQuery
{
    /// <summary>Reminders that are told, the newest.</summary>
    private const int RemindersShown = 50;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal AdviceRequestQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>Null when there is none, or not for this viewer.</summary>
    public async Task<AdviceRequestView?> RunAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var request = await _db.AdviceRequests.VisibleTo(viewer, _db, today).Include(r => r.Topics).Include(r => r.Assignments).AsSplitQuery().AsNoTracking()
            .FirstOrDefaultAsync(r => r.Id == id, cancellation);
        if (request is null) return null;
        var sight = new Sight(
            viewer.IsStaff, await _db.AdviceRequests.AskedBy(viewer, _db, today).AnyAsync(r => r.Id == id, cancellation),
            viewer.Sees(Audience.Members), request.MayWrite(viewer));
        var names = await _topics.NamesAsync(cancellation);
        var people = await PeopleAsync(viewer, request, cancellation);
        var organization = await _db.Organizations.Where(o => o.Id == request.OrganizationId).Select(o => new NamedLink(o.Slug, o.Name)).FirstOrDefaultAsync(cancellation);
        var ends = await _db.AdviceVersions.Where(v => v.RequestId == id && (v.Number == 1 || v.Number == request.LastVersion)).OrderBy(v => v.Number)
            .Select(v => new { v.At, v.Html, v.Language }).ToListAsync(cancellation);
        var files = await _db.FilesOfAsync(id, cancellation);
        return new AdviceRequestView(
            request.Id, AdviceRules.TitleOf(request.Question), request.Question, request.Language, request.Kind, request.Confidentiality, request.Deadline, request.Minutes,
            request.State, organization, sight.Insider && request.AskedById is { } asker ? people.Names.GetValueOrDefault(asker) : null,
            names.Links(request.Topics.Select(t => t.TopicId)), Assignments(request, viewer, sight, people),
            request.IsDelivered && ends.Count > 0 ? new DeliveredAnswer(ends[^1].Html, ends[^1].Language, request.DeliveredAt!.Value, [.. files[AdviceFilePart.Answer]]) : null,
            request.Verdict is { } verdict ? new OfficialReply(verdict, request.VerdictReason, request.RepliedAt!.Value) : null,
            AdviceChain.Of(request, ends.FirstOrDefault()?.At, sight.Writes || sight.IsRequester, sight.Insider),
            sight.IsStaff ? await RemindersAsync(id, cancellation) : [], Rights(request, viewer, sight), request.LastVersion,
            request.State is AdviceState.Open or AdviceState.Released && request.Deadline < today)
        {
            Thread = await _db.Discussions.VisibleTo(viewer, _db, today).Where(d => d.AdviceRequestId == id).ToLinks().FirstOrDefaultAsync(cancellation),
            Files = [.. files[AdviceFilePart.Question]], MayRemoveFiles = sight.IsStaff || sight.IsRequester,
        };
    }

    // The public learns who answered, members who was asked, and why somebody did not only those who have to go on with it.
    private static List<AssignmentView> Assignments(AdviceRequest request, Viewer viewer, Sight sight, People people)
    {
        var asked = request.Assignments.Select(a => a.PersonId).ToHashSet();
        return [.. request.Assignments.Where(a => sight.Insider || a.Answer == AdviceAnswer.Accepted).OrderBy(a => a.AskedAt).ThenBy(a => a.Id).Select(a =>
        {
            var own = viewer.PersonId is { } person && a.PersonId == person && sight.IsMember;
            var told = sight.IsStaff || sight.IsRequester || own;
            return new AssignmentView(
                a.PersonId is { } id ? people.Names.GetValueOrDefault(id, People.Nobody) : People.Nobody, a.Answer, a.AskedAt, a.AnsweredAt,
                told ? a.Reason : string.Empty, told && a.HintToId is { } hint ? people.Names.GetValueOrDefault(hint) : null, asked.Contains(a.HintToId),
                told ? a.AbsentUntil : null, a.PersonId is { } seat && !people.Seated.Contains(seat), own);
        })];
    }

    private static AdviceRights Rights(AdviceRequest request, Viewer viewer, Sight sight)
    {
        var open = request.State == AdviceState.Open;
        return new AdviceRights(
            Answer: open && request.OwnAssignment(viewer) is not null, Write: sight.Writes && request.State != AdviceState.Withdrawn,
            Release: open && sight.Writes && request.LastVersion > 0, TakeBack: sight.Writes && request.State == AdviceState.Released,
            Deliver: sight.IsStaff && request.State == AdviceState.Released, Reply: sight.IsRequester && request.State == AdviceState.Delivered,
            Ask: open && (sight.IsStaff || sight.IsRequester), Withdraw: sight.IsRequester && request.RefusalToWithdraw is null);
    }

    private async Task<People> PeopleAsync(Viewer viewer, AdviceRequest request, CancellationToken cancellation)
    {
        var today = _time.Today();
        var ids = request.Assignments.SelectMany(a => new[] { a.PersonId, a.HintToId }).Append(request.AskedById).OfType<Guid>().Distinct().ToList();
        var known = _db.People.VisibleTo(viewer, _db, today).Select(p => p.Id);
        var seated = _db.Members(today).Select(p => p.Id);
        var rows = await _db.People.Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Name, Slug = known.Contains(p.Id) ? p.Slug : null, Seated = seated.Contains(p.Id) }).ToListAsync(cancellation);
        return new People(rows.ToDictionary(p => p.Id, p => new PostAuthor(p.Slug, p.Name)), [.. rows.Where(p => p.Seated).Select(p => p.Id)]);
    }

    private async Task<List<ReminderView>> RemindersAsync(Guid id, CancellationToken cancellation) => await (
        from m in _db.AdviceReminders.Where(m => m.RequestId == id).OrderByDescending(m => m.At).ThenBy(m => m.Id).Take(RemindersShown)
        join a in _db.Users on m.AccountId equals a.Id
        join p in _db.People on a.PersonId equals (Guid?)p.Id into people
        from person in people.DefaultIfEmpty()
        orderby m.At descending, m.Id
        select new ReminderView(m.Step, person == null ? a.Email! : person.Name, m.At, m.ByMail)).ToListAsync(cancellation);

    /// <summary>In what capacity somebody looks.</summary>
    private sealed record Sight(bool IsStaff, bool IsRequester, bool IsMember, bool Writes)
    {
        /// <summary>Anybody but the public.</summary>
        public bool Insider => IsStaff || IsRequester || IsMember;
    }

    private sealed record People(Dictionary<Guid, PostAuthor> Names, HashSet<Guid> Seated)
    {
        /// <summary>Somebody who had their data erased.</summary>
        public static readonly PostAuthor Nobody = new(null, string.Empty);
    }
}
