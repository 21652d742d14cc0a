using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Beirat.Network.Accounts;

/// <summary>What the operator does with accounts from the command line.</summary>
public sealed class AccountDirectory
{
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;

    internal AccountDirectory(IServiceScopeFactory scopes, TimeProvider time) => (_scopes, _time) = (scopes, time);

    /// <summary>Adds an account. The messages say what is wrong; empty means done.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(string email, AccountRole role, Guid? personId, string? password)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account(email, personId, _time.GetUtcNow()) { EmailConfirmed = true };
        account.Grant(role);
        var result = password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
        return Messages(result);
    }

    /// <summary>Adds an account for somebody who has no entry as a person yet, and makes that entry.</summary>
    public async Task<IReadOnlyList<string>> AddWithPersonAsync(string email, AccountRole role, string givenName, string familyName)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByEmailAsync(email) is not null) return [$"There already is an account for {email}."];
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var person = await db.AddPersonAsync(new PersonName(givenName, familyName));
        await db.SaveChangesAsync();
        return await AddAsync(email, role, person.Id, null);
    }

    /// <summary>Sets a password and ends the sessions that were signed in with the old one.</summary>
    public async Task<IReadOnlyList<string>> SetPasswordAsync(string email, string password)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByEmailAsync(email) is not { } account) return [$"There is no account for {email}."];
        foreach (var validator in users.PasswordValidators)
        {
            var checkedPassword = await validator.ValidateAsync(users, account, password);
            if (!checkedPassword.Succeeded) return Messages(checkedPassword);
        }

        if (await users.HasPasswordAsync(account)) await users.RemovePasswordAsync(account);
        return Messages(await users.AddPasswordAsync(account, password));
    }

    /// <summary>Makes a personal API token. Null: there is no such account.</summary>
    public async Task<string?> CreateTokenAsync(string email)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByEmailAsync(email) is not { } account) return null;
        var (token, secret) = ApiToken.Create(account.Id, _time.GetUtcNow());
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        db.ApiTokens.Add(token);
        await db.SaveChangesAsync();
        return secret;
    }

    private static string[] Messages(IdentityResult result) => [.. result.Errors.Select(e => e.Description)];
}
