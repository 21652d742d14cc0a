using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beirat.Network.Testing;

/// <summary>Takes away what somebody may, as another part of the portal or another node would.</summary>
public static class Rights
{
    public static Task NarrowAsync(this PortalFactory portal, Guid discussion, Audience audience) => portal.ChangeAsync(async db =>
    {
        var found = await db.Discussions.SingleAsync(d => d.Id == discussion);
        db.Entry(found).Property(d => d.Audience).CurrentValue = audience;
    });

    /// <summary>Lets somebody read a discussion by name, or no longer.</summary>
    public static Task NameAsync(this PortalFactory portal, Guid discussion, string email, bool named) => portal.ChangeAsync(async db =>
    {
        var person = await db.Users.Where(u => u.Email == email).Select(u => u.PersonId).SingleAsync();
        var found = await db.Discussions.Include(d => d.Readers).SingleAsync(d => d.Id == discussion);
        if (named) found.LetIn(person!.Value, asMember: false);
        else db.RemoveRange(found.Readers.Where(r => r.PersonId == person));
    });

    /// <summary>The seat of somebody ended yesterday.</summary>
    public static Task EndMandateAsync(this PortalFactory portal, string email) => portal.ChangeAsync(async db =>
    {
        var person = await db.Users.Where(u => u.Email == email).Select(u => u.PersonId).SingleAsync();
        var yesterday = portal.Services.GetRequiredService<TimeProvider>().Today().AddDays(-1);
        foreach (var place in await db.SeatAssignments.Where(a => a.PersonId == person).ToListAsync()) db.Entry(place).Property(a => a.Until).CurrentValue = yesterday;
    });

    public static Task TakeRoleAsync(this PortalFactory portal, string email, AccountRole role) => portal.ChangeAsync(async db =>
    {
        var account = await db.Users.SingleAsync(u => u.Email == email);
        db.Entry(account).Property(a => a.Roles).CurrentValue = account.Roles.Where(r => r != role).ToList();
    });

    /// <summary>Sets the password as the operator's command does.</summary>
    public static async Task SetPasswordAsync(this PortalFactory portal, string email, string password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await users.FindByEmailAsync(email) ?? throw new InvalidOperationException($"There is no {email}.");
        await users.RemovePasswordAsync(account);
        await users.AddPasswordAsync(account, password);
    }

    public static Task CloseAccountAsync(this PortalFactory portal, string email) =>
        portal.ChangeAsync(async db => db.Users.Remove(await db.Users.SingleAsync(u => u.Email == email)));

    internal static async Task ChangeAsync(this PortalFactory portal, Func<NetworkDb, Task> change)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContextAsync();
        await change(db);
        await db.SaveChangesAsync();
    }
}
