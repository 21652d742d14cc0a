using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>Says to have a role in an organisation.</summary>
public sealed record ClaimOrganization(string Slug, ClaimText Text);

/// <summary>Decides about a claim; a declined one needs a reason, which the one who made it reads.</summary>
public sealed record ClaimDecision(Guid Claim, bool Confirm, string Reason);

/// <summary>Claims of roles: made by people with an account, decided by staff.</summary>
public sealed class ClaimChangeHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal ClaimChangeHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, ClaimOrganization command, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return new Outcome<Guid>.Refused(Refusal.SignInFirst);
        var organization = await _db.Organizations.Where(o => o.Slug == command.Slug && o.Kind != OrganizationKind.Council && o.Kind != OrganizationKind.Office)
            .Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellation);
        if (organization is not { } id) return new Outcome<Guid>.NotFound();
        var text = command.Text with { Note = TextRules.Clean(command.Text.Note) };
        if (await RefusalOf(id, person, text, cancellation) is { } refusal) return new Outcome<Guid>.Invalid(refusal.Field, refusal.Reason);
        var claim = new OrganizationClaim(id, person, text, _time.GetUtcNow());
        _db.OrganizationClaims.Add(claim);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(claim.Id);
    }

    /// <summary>Returns the slug of the organisation.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer viewer, ClaimDecision command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<string>.NotFound();
        var claim = await _db.OrganizationClaims.FirstOrDefaultAsync(c => c.Id == command.Claim, cancellation);
        if (claim is null) return new Outcome<string>.NotFound();
        if (claim.RefusalToDecide() is { } refusal) return claim.IsDecided(command.Confirm) ? await DoneAsync(claim, cancellation) : new Outcome<string>.Refused(refusal);
        var reason = TextRules.Clean(command.Reason);
        if (!command.Confirm && reason.Length == 0) return new Outcome<string>.Invalid("reason", Refusal.Empty);
        if (reason.Length > OrganizationClaim.MaxNoteLength) return new Outcome<string>.Invalid("reason", Refusal.TooLong);
        if (command.Confirm) await ConfirmAsync(claim, viewer, cancellation);
        else claim.Decline(reason, viewer.AccountId, _time.GetUtcNow());
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            _db.ChangeTracker.Clear();
            var now = await _db.OrganizationClaims.AsNoTracking().FirstAsync(c => c.Id == command.Claim, cancellation);
            if (!now.IsDecided(command.Confirm)) return new Outcome<string>.Refused(Refusal.AlreadyDecided);
        }

        return await DoneAsync(claim, cancellation);
    }

    private async Task<Outcome<string>> DoneAsync(OrganizationClaim claim, CancellationToken cancellation) =>
        new Outcome<string>.Done(await _db.Organizations.Where(o => o.Id == claim.OrganizationId).Select(o => o.Slug).FirstAsync(cancellation));

    private async Task<(string Field, Refusal Reason)?> RefusalOf(Guid organization, Guid person, ClaimText text, CancellationToken cancellation)
    {
        var today = _time.Today();
        if (!Enum.IsDefined(text.Role)) return ("role", Refusal.Empty);
        if (text.Since > today || !LikelyDays.AreLikely(text.Since)) return ("since", Refusal.NotADate);
        if (text.Note.Length > OrganizationClaim.MaxNoteLength) return ("note", Refusal.TooLong);
        if (!TextRules.IsWellFormed(text.Note)) return ("note", Refusal.UnreadableText);
        if (await _db.Memberships.AnyAsync(m => m.OrganizationId == organization && m.PersonId == person && m.Role == text.Role
            && m.From <= today && (m.Until == null || m.Until >= today), cancellation))
        {
            return ("role", Refusal.AlreadyHeld);
        }

        return await _db.OrganizationClaims.AnyAsync(c => c.OrganizationId == organization && c.PersonId == person && c.State == ClaimState.Open, cancellation)
            ? ("role", Refusal.AlreadyClaimed) : null;
    }

    // Who speaks for an organisation belongs to the audience of organisations; open sessions have it with their next request.
    private async Task ConfirmAsync(OrganizationClaim claim, Viewer viewer, CancellationToken cancellation)
    {
        _db.Memberships.Add(claim.Confirm(viewer.AccountId, _time.GetUtcNow()));
        if (!Membership.SpeakingRoles.Contains(claim.Role)) return;
        foreach (var account in await _db.Users.Where(a => a.PersonId == claim.PersonId).ToListAsync(cancellation)) account.Grant(AccountRole.OrganizationRepresentative);
    }
}
