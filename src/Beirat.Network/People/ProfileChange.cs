using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>A change of one section of the viewer's own profile.</summary>
public abstract record ProfileChange
{
    /// <summary>What must be corrected, by field ("rows-2-note" for a field of the third row); empty when it can be stored.</summary>
    internal abstract IReadOnlyDictionary<string, Refusal> Refusals(TopicScheme topics);

    internal abstract void Apply(Person person);
}

/// <summary>Stores a <see cref="ProfileChange"/>.</summary>
public sealed class ProfileChangeHandler
{
    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal ProfileChangeHandler(NetworkDb db, TopicDirectory topics, TimeProvider time, ImmediateEffect effect) =>
        (_db, _topics, _time, _effect) = (db, topics, time, effect);

    /// <summary>Returns the new version. Stale when the profile is of another version than the change was made from.</summary>
    public async Task<Outcome<int>> RunAsync(Viewer viewer, int version, ProfileChange change, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } id) return new Outcome<int>.NotFound();
        var person = await _db.People.Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics).Include(p => p.Experience)
            .FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null) return new Outcome<int>.NotFound();
        if (change.Refusals(await _topics.SchemeAsync(cancellation)) is { Count: > 0 } refusals) return new Outcome<int>.Invalid(refusals);
        if (person.Version != version) return new Outcome<int>.Stale(person.Version);
        change.Apply(person);
        person.Touch(_time.GetUtcNow());
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<int>.Stale(person.Version);
        }

        await _effect.TakeAsync([new Subject(SubjectKind.Person, id)], cancellation);
        return new Outcome<int>.Done(person.Version);
    }
}
