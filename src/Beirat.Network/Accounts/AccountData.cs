using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Accounts;

/// <summary>How somebody signs in. Secrets are not told: neither the password's hash nor that of a token.</summary>
internal sealed class AccountData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var accounts = await db.Users.AsNoTracking().Where(a => who.AccountIds.Contains(a.Id)).ToListAsync(cancellation);
        var logins = await db.UserLogins.AsNoTracking().Where(l => who.AccountIds.Contains(l.UserId)).Select(l => l.LoginProvider).ToListAsync(cancellation);
        var tokens = await db.ApiTokens.AsNoTracking().Where(t => who.AccountIds.Contains(t.AccountId)).OrderBy(t => t.CreatedAt).ToListAsync(cancellation);
        export.Add("account", accounts.Select(a => new PersonalEntry()
            .With("email", a.Email).With("phone", a.PhoneNumber).With("createdAt", a.CreatedAt).With("roles", string.Join(", ", a.Roles)).With("showsPresence", a.ShowsPresence.ToString())
            .With("failedSignIns", a.AccessFailedCount).With("lockedUntil", a.LockoutEnd).With("signsInThrough", string.Join(", ", logins))));
        export.Add("tokens", tokens.Select(t => new PersonalEntry().With("createdAt", t.CreatedAt).With("expiresAt", t.ExpiresAt)));
    }

    // Tokens, passkeys and logins go with their account.
    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation) =>
        db.Users.RemoveRange(await db.Users.Where(a => who.AccountIds.Contains(a.Id)).ToListAsync(cancellation));
}
