using Microsoft.AspNetCore.Identity;

namespace Beirat.Network.Accounts;

/// <summary>A way to sign in. What a person is in the council lives in <see cref="People.Person"/>, never here.</summary>
public sealed class Account : IdentityUser<Guid>
{
    private readonly List<AccountRole> _roles = [];

    private Account() { }

    public Account(string email, Guid? personId, DateTimeOffset createdAt)
    {
        Id = Guid.CreateVersion7();
        UserName = Email = email;
        PersonId = personId;
        CreatedAt = createdAt;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public Guid? PersonId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public IReadOnlyList<AccountRole> Roles => _roles;

    /// <summary>Others in a discussion see that its person reads and writes there just now. Their own choice; no at first.</summary>
    public bool ShowsPresence { get; private set; }

    public void ShowPresence(bool show) => ShowsPresence = show;

    /// <summary>Gives a role; giving it twice changes nothing.</summary>
    public void Grant(AccountRole role)
    {
        if (!_roles.Contains(role)) _roles.Add(role);
    }

    /// <summary>Ends every session and live connection of the account: they hold the stamp that they began with.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}
