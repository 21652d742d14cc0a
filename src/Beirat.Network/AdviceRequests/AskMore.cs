using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>Asks further people (slugs) about a request: by the office or by the requester.</summary>
public sealed record AskMore(Guid RequestId, IReadOnlyCollection<string> People);

/// <inheritdoc cref="AskMore"/>
public sealed class AskMoreHandler
{
    private readonly NetworkDb _db;
    private readonly AdviceFormQuery _form;
    private readonly TimeProvider _time;

    internal AskMoreHandler(NetworkDb db, AdviceFormQuery form, TimeProvider time) => (_db, _form, _time) = (db, form, time);

    /// <summary>Whom the viewer may still ask; null when they may ask nobody about it.</summary>
    public async Task<IReadOnlyList<Askable>?> ChoicesAsync(Viewer viewer, Guid id, IReadOnlyCollection<string> chosen, CancellationToken cancellation = default) =>
        await FindAsync(viewer, id, cancellation) is { State: AdviceState.Open } request
            ? await _form.AskableAsync(chosen, [.. request.Assignments.Select(a => a.PersonId).OfType<Guid>()], cancellation)
            : null;

    /// <summary>Asking somebody twice changes nothing.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, AskMore command, CancellationToken cancellation = default)
    {
        if (await FindAsync(viewer, command.RequestId, cancellation) is not { } request) return new Outcome<Guid>.NotFound();
        if (request.RefusalUnless(AdviceState.Open) is { } refusal) return new Outcome<Guid>.Refused(refusal);
        if (command.People.Count == 0) return new Outcome<Guid>.Invalid("people", Refusal.Empty);
        var people = await _db.Members(_time.Today()).Where(p => command.People.Contains(p.Slug)).Select(p => p.Id).ToListAsync(cancellation);
        if (people.Count < command.People.Distinct().Count()) return new Outcome<Guid>.Invalid("people", Refusal.NotInCouncil);
        if (request.Assignments.Count + people.Count > AdviceRules.MaxAsked) return new Outcome<Guid>.Invalid("people", Refusal.TooMany);
        var thread = await _db.Discussions.Include(d => d.Readers).FirstOrDefaultAsync(d => d.AdviceRequestId == request.Id, cancellation);
        foreach (var person in people)
        {
            request.Ask(person, viewer.PersonId, _time.GetUtcNow());
            thread?.LetIn(person, asMember: true);
        }

        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(request.Id);
        }
        catch (DbUpdateException)
        {
            // Somebody else asked the same person at the same moment.
            return new Outcome<Guid>.Refused(Refusal.ChangedMeanwhile);
        }
    }

    private Task<AdviceRequest?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellation)
    {
        var requests = viewer.IsStaff ? _db.AdviceRequests : _db.AdviceRequests.AskedBy(viewer, _db, _time.Today());
        return requests.Include(r => r.Assignments).FirstOrDefaultAsync(r => r.Id == id, cancellation);
    }
}
