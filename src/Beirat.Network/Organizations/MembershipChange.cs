using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>Records that somebody has a role in an organisation, which is named by its slug.</summary>
public sealed record MembershipStart(string Organization, PersonPick Person, MembershipRole Role, Period Period);

/// <summary>Records the last day of a role; null: it goes on (takes an end back).</summary>
public sealed record MembershipEnd(Guid Membership, DateOnly? LastDay);

/// <summary>Dated roles in organisations, kept by staff.</summary>
public sealed class MembershipChangeHandler
{
    private readonly NetworkDb _db;
    private readonly ImmediateEffect _effect;

    internal MembershipChangeHandler(NetworkDb db, ImmediateEffect effect) => (_db, _effect) = (db, effect);

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, MembershipStart command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<Guid>.NotFound();
        var organization = await _db.Organizations.Where(o => o.Slug == command.Organization).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellation);
        if (organization is not { } body) return new Outcome<Guid>.NotFound();
        var (person, faults) = await _db.PersonAsync(command.Person, cancellation);
        if (person is null) return new Outcome<Guid>.Invalid(faults);
        var id = person.Id;
        if (!LikelyDays.AreLikely(command.Period.From)) return new Outcome<Guid>.Invalid("from", Refusal.UnlikelyDate);
        if (!LikelyDays.AreLikely(command.Period.Until)) return new Outcome<Guid>.Invalid("until", Refusal.UnlikelyDate);
        if (command.Period.IsReversed) return new Outcome<Guid>.Invalid("until", Refusal.ReversedDates);
        var same = await _db.Memberships.Where(m => m.OrganizationId == body && m.PersonId == id && m.Role == command.Role).ToListAsync(cancellation);
        if (same.Exists(m => new Period(m.From, m.Until).Overlaps(command.Period))) return new Outcome<Guid>.Invalid("from", Refusal.AlreadyHeld);
        var membership = new Membership(Guid.CreateVersion7(), id, body, command.Role, command.Period);
        _db.Memberships.Add(membership);
        await SaveAsync(membership, cancellation);
        return new Outcome<Guid>.Done(membership.Id);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, MembershipEnd command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<Guid>.NotFound();
        var membership = await _db.Memberships.FirstOrDefaultAsync(m => m.Id == command.Membership, cancellation);
        if (membership is null) return new Outcome<Guid>.NotFound();
        if (command.LastDay is null && membership.Until is null) return new Outcome<Guid>.Invalid("until", Refusal.Empty);
        if (!LikelyDays.AreLikely(command.LastDay)) return new Outcome<Guid>.Invalid("until", Refusal.UnlikelyDate);
        if (membership.RefusalToEnd(command.LastDay) is { } refusal) return new Outcome<Guid>.Invalid("until", refusal);
        membership.End(command.LastDay);
        await SaveAsync(membership, cancellation);
        return new Outcome<Guid>.Done(membership.Id);
    }

    private async Task SaveAsync(Membership membership, CancellationToken cancellation)
    {
        await _db.SaveChangesAsync(cancellation);
        await _effect.TakeAsync(
            [new Subject(SubjectKind.Person, membership.PersonId), new Subject(SubjectKind.Organization, membership.OrganizationId)], cancellation);
    }
}
