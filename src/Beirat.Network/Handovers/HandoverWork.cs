using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Handovers;

/// <summary>What is done with a handover. Every step is one save.</summary>
public sealed class HandoverWork
{
    /// <summary>After this time former members are asked anew by not being found any more.</summary>
    private const int YearsFindable = 5;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal HandoverWork(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    /// <summary>Ticks items off, and takes the tick from those left out. Both are ids of items that the page listed.</summary>
    public Task<Outcome<Guid>> TickAsync(
        Viewer viewer, Guid handover, IReadOnlyCollection<(HandoverItemKind Kind, Guid Id)> done, IReadOnlyCollection<(HandoverItemKind Kind, Guid Id)> open,
        CancellationToken cancellation = default) => ChangeAsync(viewer, handover, h =>
        {
            foreach (var (kind, id) in done) h.Tick(kind, id, viewer.PersonId, _time.GetUtcNow());
            foreach (var (kind, id) in open) h.Untick(kind, id);
        }, cancellation);

    /// <summary>Passes the care of the person's articles that are not ticked off to somebody else, and ticks them off.</summary>
    public async Task<Outcome<Guid>> PassArticlesAsync(Viewer viewer, Guid handover, Guid to, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.Handovers.Where(h => h.Id == handover).Select(h => (Guid?)h.PersonId).FirstOrDefaultAsync(cancellation) is not { } person)
            return new Outcome<Guid>.NotFound();
        if (to == person) return new Outcome<Guid>.Invalid("person", Refusal.SamePerson);
        if (!await _db.People.AnyAsync(p => p.Id == to, cancellation)) return new Outcome<Guid>.Invalid("person", Refusal.UnknownPerson);
        var articles = await _db.Articles.CaredForBy(person, []).Select(a => a.Id).ToListAsync(cancellation);
        await using var together = await _db.Database.BeginTransactionAsync(cancellation);
        // Nothing that a reader sees changes: no index, no cache, no version has to know.
        await _db.Articles.Where(a => articles.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.CaretakerId, to), cancellation);
        var outcome = await ChangeAsync(viewer, handover, h =>
        {
            foreach (var id in articles) h.Tick(HandoverItemKind.Article, id, viewer.PersonId, _time.GetUtcNow());
        }, cancellation);
        if (outcome is Outcome<Guid>.Done) await together.CommitAsync(cancellation);
        return outcome;
    }

    public Task<Outcome<Guid>> CloseAsync(Viewer viewer, Guid handover, CancellationToken cancellation = default) =>
        ChangeAsync(viewer, handover, h => h.Close(_time.GetUtcNow()), cancellation);

    /// <summary>
    /// The person's own answer; it may also come after the handover was closed. "Yes" is a consent like the others;
    /// "no" ends all that the person allowed with their last day.
    /// </summary>
    public async Task<Outcome<Guid>> AnswerAsync(Viewer viewer, Guid handover, bool staysFindable, CancellationToken cancellation = default)
    {
        var found = await _db.Handovers.FirstOrDefaultAsync(h => h.Id == handover, cancellation);
        if (found is null || found.RefusalToAnswer(viewer) is not null) return new Outcome<Guid>.NotFound();
        var now = _time.GetUtcNow();
        found.Answer(viewer, staysFindable, now);
        var person = await _db.People.Include(p => p.Consents).FirstAsync(p => p.Id == found.PersonId, cancellation);
        if (staysFindable) person.StayFindable(new ConsentTerms(Consent.CurrentWording, now, found.LastDay.AddYears(YearsFindable)));
        else person.LeaveWith(found.LastDay, now);
        var outcome = await SaveAsync(found, cancellation);
        await _effect.TakeAsync([new Subject(SubjectKind.Person, found.PersonId)], cancellation);
        return outcome;
    }

    private async Task<Outcome<Guid>> ChangeAsync(Viewer viewer, Guid id, Action<Handover> change, CancellationToken cancellation)
    {
        if (!viewer.IsStaff || await _db.Handovers.Include(h => h.Ticks).FirstOrDefaultAsync(h => h.Id == id, cancellation) is not { } handover)
            return new Outcome<Guid>.NotFound();
        if (!handover.IsOpen) return new Outcome<Guid>.Refused(Refusal.HandoverClosed);
        change(handover);
        return await SaveAsync(handover, cancellation);
    }

    private async Task<Outcome<Guid>> SaveAsync(Handover handover, CancellationToken cancellation)
    {
        _db.Entry(handover).Property(h => h.Version).IsModified = true;
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(handover.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<Guid>.Stale(handover.Version);
        }
    }
}

internal static class Care
{
    /// <summary>Articles that somebody looks after: given to them, or written by them and not given away; besides those named.</summary>
    public static IQueryable<Article> CaredForBy(this IQueryable<Article> articles, Guid person, IReadOnlyCollection<Guid> besides) =>
        articles.Where(a => a.CaretakerId == person || (a.CaretakerId == null && a.AuthorId == person) || besides.Contains(a.Id));
}
