using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>
/// Shows a thread to others than before. <see cref="Confirmed"/>: somebody read who gains sight, and wants that; without it
/// a wider audience is refused, because what was said among fewer becomes readable.
/// </summary>
public sealed record ChangeReach(Guid Id, string? Reach, string? People, string? Reason, bool Confirmed);

/// <inheritdoc cref="ChangeReach"/>
public sealed class ChangeReachHandler
{
    private readonly DiscussionWork _work;
    private readonly PeopleByName _people;
    private readonly TimeProvider _time;

    internal ChangeReachHandler(DiscussionWork work, PeopleByName people, TimeProvider time) => (_work, _people, _time) = (work, people, time);

    public Task<Outcome<Guid>> RunAsync(Viewer viewer, ChangeReach command, CancellationToken cancellation = default) => _work.RunAsync<Guid>(viewer, command.Id, async (db, discussion) =>
    {
        if (!discussion.MayArrange(viewer)) return new Outcome<Guid>.NotFound();
        if (!DiscussionReach.TryParse(command.Reach, out var audience, out var circle)) return new Outcome<Guid>.Invalid("reach", Refusal.UnknownAudience);
        var reason = TextRules.Clean(command.Reason);
        if (LeadDiscussionHandler.RefusalOfReason(reason) is { } refusal) return new Outcome<Guid>.Invalid("reason", refusal);
        var people = circle ? await _people.RunAsync(viewer, PeopleByName.Lines(command.People), cancellation) : new NamedPeople([], []);
        if (people.Missing.Count > 0) return new Outcome<Guid>.Invalid("people", Refusal.NamesNotFound);
        await db.Entry(discussion).Collection(d => d.Readers).LoadAsync(cancellation);
        var before = discussion.IsCircle ? discussion.Readers.Select(r => r.PersonId).ToHashSet() : [];
        if (circle && people.Found.Count == 0 && before.Count == 0) return new Outcome<Guid>.Invalid("people", Refusal.NobodyNamed);
        var joins = people.Found.Any(p => !before.Contains(p.Id)) && discussion.IsCircle;
        if ((DiscussionReach.IsWider(audience, circle, discussion.Audience, discussion.IsCircle) || joins) && !command.Confirmed)
            return new Outcome<Guid>.Invalid("confirmed", Refusal.NotConfirmed);
        if (audience == discussion.Audience && circle == discussion.IsCircle && !joins) return new Outcome<Guid>.Done(discussion.Id);

        var act = discussion.ShowTo(viewer, audience, circle, reason, _time.GetUtcNow());
        foreach (var person in people.Found) discussion.LetIn(person.Id, asMember: false);
        if (circle && discussion.StartedById is { } starter) discussion.LetIn(starter, asMember: false);
        if (!circle) db.RemoveRange(discussion.Readers);
        db.Add(act);
        await DiscussionWork.TouchPostsAsync(db, discussion.Id, act.At, cancellation);
        return new Outcome<Guid>.Done(discussion.Id);
    }, cancellation);
}
