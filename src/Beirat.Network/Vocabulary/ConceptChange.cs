using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Vocabulary;

/// <summary>Writes a concept, from the version that was read; without an id a new one. A concept nobody has changed yet has version 0.</summary>
public sealed record ConceptChange(string? Id, int Version, ConceptDraft Draft);

/// <summary>Takes a concept out of search and glossary.</summary>
public sealed record ConceptRemoval(string Id, int Version);

/// <summary>Takes all changes of staff back: the concept is again as it came with the portal.</summary>
public sealed record ConceptReturn(string Id, int Version);

/// <summary>Changes of the vocabulary by staff. They count from the next search on. Answers with the id of the concept.</summary>
public sealed class ConceptChangeHandler
{
    private readonly NetworkDb _db;
    private readonly ConceptDirectory _concepts;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal ConceptChangeHandler(NetworkDb db, ConceptDirectory concepts, TimeProvider time, ImmediateEffect effect) =>
        (_db, _concepts, _time, _effect) = (db, concepts, time, effect);

    public async Task<Outcome<string>> RunAsync(Viewer viewer, ConceptChange command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<string>.NotFound();
        var scheme = await _concepts.SchemeAsync(cancellation);
        var reading = new DraftReading(command.Draft, command.Id, scheme);
        var concept = reading.Concept;
        var edit = await EditAsync(concept.Id, cancellation);
        var exists = edit is not null || scheme.ById.ContainsKey(concept.Id) || ShippedVocabulary.Find(concept.Id) is not null;
        if (command.Id is not null && !exists) return new Outcome<string>.NotFound();
        if (reading.Faults.Count > 0) return new Outcome<string>.Invalid(reading.Faults);
        if (command.Id is null && exists) return new Outcome<string>.Invalid($"names-{Languages.Default}", Refusal.ConceptTaken);
        return await SaveAsync(edit, concept.Id, command.Version, e => e.Change(concept, viewer.PersonId, _time.GetUtcNow()), cancellation);
    }

    public async Task<Outcome<string>> RunAsync(Viewer viewer, ConceptRemoval command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<string>.NotFound();
        var edit = await EditAsync(command.Id, cancellation);
        if (edit is null or { State: ConceptState.Shipped } && ShippedVocabulary.Find(command.Id) is null) return new Outcome<string>.NotFound();
        return await SaveAsync(edit, command.Id, command.Version, e => e.Remove(viewer.PersonId, _time.GetUtcNow()), cancellation);
    }

    public async Task<Outcome<string>> RunAsync(Viewer viewer, ConceptReturn command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || ShippedVocabulary.Find(command.Id) is null) return new Outcome<string>.NotFound();
        if (await EditAsync(command.Id, cancellation) is not { } edit) return new Outcome<string>.NotFound();
        return await SaveAsync(edit, command.Id, command.Version, e => e.TakeBack(viewer.PersonId, _time.GetUtcNow()), cancellation);
    }

    private Task<ConceptEdit?> EditAsync(string id, CancellationToken cancellation) =>
        _db.ConceptEdits.FirstOrDefaultAsync(e => e.ConceptId == id, cancellation);

    private async Task<Outcome<string>> SaveAsync(
        ConceptEdit? edit, string id, int version, Action<ConceptEdit> change, CancellationToken cancellation)
    {
        if ((edit?.Version ?? 0) != version) return new Outcome<string>.Stale(edit?.Version ?? 0);
        var isFirst = edit is null;
        edit ??= _db.ConceptEdits.Add(new ConceptEdit(id)).Entity;
        change(edit);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || isFirst)
        {
            // Somebody else was first by a moment; of a concept there is one change only.
            return new Outcome<string>.Stale(version);
        }

        await _effect.TakeAsync([edit.Subject], cancellation);
        return new Outcome<string>.Done(id);
    }
}
