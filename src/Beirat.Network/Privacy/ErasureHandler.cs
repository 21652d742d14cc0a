using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Privacy;

/// <summary>Erases the viewer. The password is asked again, because a device that was left open must not be enough.</summary>
public sealed record OwnErasure(string Password);

/// <summary>Erases somebody else, by staff, who types the name in full: no wrong person by a slip.</summary>
public sealed record PersonErasure(string Slug, string TypedName);

/// <summary>Who would be erased, how much stays behind without them, and what stands against it.</summary>
public sealed record ErasureView(string Name, int Posts, int Articles, int Seats, int Messages, Refusal? Refusal);

/// <inheritdoc cref="OwnErasure"/>
public sealed class ErasureHandler
{
    private readonly NetworkDb _db;
    private readonly UserManager<Account> _users;
    private readonly Erasure _erasure;
    private readonly TimeProvider _time;

    internal ErasureHandler(NetworkDb db, UserManager<Account> users, Erasure erasure, TimeProvider time) =>
        (_db, _users, _erasure, _time) = (db, users, erasure, time);

    /// <summary>For the viewer's own page. Null when nobody is signed in.</summary>
    public async Task<ErasureView?> OwnAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (await AccountAsync(viewer) is not { } account) return null;
        var view = await ViewAsync(viewer.PersonId, account.Email!, cancellation);
        return account.PasswordHash is null ? view with { Refusal = view.Refusal ?? Refusal.NoPassword } : view;
    }

    /// <summary>For the page of staff. Null when there is no such person, or the viewer is not staff.</summary>
    public async Task<ErasureView?> OfAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        if (await PersonAsync(viewer, slug, cancellation) is not { } person) return null;
        var view = await ViewAsync(person.Id, person.Name, cancellation);
        return await IsOutOfReachAsync(viewer, person.Id, cancellation) ? view with { Refusal = Refusal.NotYours } : view;
    }

    public async Task<Outcome<string>> RunAsync(Viewer viewer, OwnErasure command, CancellationToken cancellation = default)
    {
        if (await AccountAsync(viewer) is not { } account) return new Outcome<string>.Refused(Refusal.SignInFirst);
        if (await OwnAsync(viewer, cancellation) is { Refusal: { } refusal }) return new Outcome<string>.Refused(refusal);
        // Wrong tries count as they do at sign-in: this page must not be a way around the lock.
        if (await _users.IsLockedOutAsync(account)) return new Outcome<string>.Invalid("password", Refusal.WrongPassword);
        if (!await _users.CheckPasswordAsync(account, command.Password))
        {
            await _users.AccessFailedAsync(account);
            return new Outcome<string>.Invalid("password", Refusal.WrongPassword);
        }

        return await EraseAsync(viewer.PersonId, account.Id, cancellation);
    }

    /// <summary>Returns where the name still stands in texts, for staff to look at; nothing of it is kept.</summary>
    public async Task<Outcome<Mentions>> RunAsync(Viewer viewer, PersonErasure command, CancellationToken cancellation = default)
    {
        if (await OfAsync(viewer, command.Slug, cancellation) is not { } view) return new Outcome<Mentions>.NotFound();
        if (view.Refusal is { } refusal) return new Outcome<Mentions>.Refused(refusal);
        if (TextRules.Clean(command.TypedName) != TextRules.Clean(view.Name)) return new Outcome<Mentions>.Invalid("name", Refusal.WrongName);
        var person = await PersonAsync(viewer, command.Slug, cancellation);
        await EraseAsync(person!.Id, null, cancellation);
        return new Outcome<Mentions>.Done(await _db.MentionsOfAsync(view.Name, CancellationToken.None));
    }

    private async Task<Outcome<string>> EraseAsync(Guid? person, Guid? account, CancellationToken cancellation)
    {
        var accounts = await _db.Users.Where(a => a.Id == account || (person != null && a.PersonId == person)).Select(a => a.Id).ToListAsync(cancellation);
        await _erasure.RunAsync(new DataSubject(person, accounts), cancellation);
        return new Outcome<string>.Done(string.Empty);
    }

    private Task<Account?> AccountAsync(Viewer viewer) =>
        viewer.AccountId is { } id ? _users.FindByIdAsync(id.ToString()) : Task.FromResult<Account?>(null);

    private async Task<Person?> PersonAsync(Viewer viewer, string slug, CancellationToken cancellation) => !viewer.IsStaff
        ? null
        : await _db.People.VisibleTo(viewer, _db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, cancellation);

    // Staff keeps the records of people, but does not take the portal's administrators their access.
    private async Task<bool> IsOutOfReachAsync(Viewer viewer, Guid person, CancellationToken cancellation) =>
        !viewer.Roles.Contains(AccountRole.Administrator)
        && (await _db.Users.AsNoTracking().Where(a => a.PersonId == person).Select(a => a.Roles).ToListAsync(cancellation)).Any(r => r.Contains(AccountRole.Administrator));

    private async Task<ErasureView> ViewAsync(Guid? person, string name, CancellationToken cancellation)
    {
        var today = _time.Today();
        var seats = await _db.SeatAssignments.AsNoTracking().Where(a => a.PersonId == person).Select(a => a.Until).ToListAsync(cancellation);
        var known = await _db.People.Where(p => p.Id == person).Select(p => p.Name).FirstOrDefaultAsync(cancellation);
        return new ErasureView(
            known ?? name,
            await _db.Posts.CountAsync(p => p.AuthorId == person, cancellation),
            await _db.Articles.CountAsync(a => a.AuthorId == person, cancellation),
            seats.Count,
            await _db.Conversations.CountAsync(m => m.ToPersonId == person, cancellation),
            // Who sits in the council, or is going to, holds a public office: it ends first, on a day that is on record.
            seats.Any(until => until is null || until >= today) ? Refusal.HoldsSeat : null);
    }
}
