using Beirat.Network.Accounts;

namespace Beirat.Network.Common;

/// <summary>Who is asking. Every query and use case takes one; what it may see follows from its roles alone.</summary>
public sealed class Viewer
{
    /// <summary>Somebody who is not signed in.</summary>
    public static readonly Viewer Public = new(null, null, []);

    /// <summary>The portal itself, for work that no person asked for (indexing, pushing). Never made from a request.</summary>
    internal static readonly Viewer System = new(null, null, [AccountRole.Administrator]);

    public Viewer(Guid? accountId, Guid? personId, IReadOnlyCollection<AccountRole> roles)
    {
        AccountId = accountId;
        PersonId = personId;
        Roles = roles;
        Audiences = AudiencesOf(roles);
    }

    public Guid? AccountId { get; }

    public Guid? PersonId { get; }

    public IReadOnlyCollection<AccountRole> Roles { get; }

    /// <summary>The audiences that this viewer belongs to; never empty.</summary>
    public IReadOnlyList<Audience> Audiences { get; }

    /// <summary>The narrowest audience that this viewer belongs to.</summary>
    public Audience Level => Audiences[^1];

    public bool IsSignedIn => AccountId is not null;

    public bool IsStaff => Audiences.Contains(Audience.Staff);

    public bool Sees(Audience audience) => Audiences.Contains(audience);

    /// <summary>Somebody of an audience, not a certain one: for showing a page as that audience sees it. It belongs to no account.</summary>
    public static Viewer Of(Audience audience) => new(null, null, audience switch
    {
        Audience.Staff => [AccountRole.Staff],
        Audience.Members => [AccountRole.ExpertMember],
        Audience.Organizations => [AccountRole.OrganizationRepresentative],
        _ => [],
    });

    private static Audience[] AudiencesOf(IReadOnlyCollection<AccountRole> roles)
    {
        if (roles.Any(r => r is AccountRole.Staff or AccountRole.Administrator))
            return [Audience.Public, Audience.Organizations, Audience.Members, Audience.Staff];
        if (roles.Any(r => r is AccountRole.ExpertMember or AccountRole.Deputy or AccountRole.CouncilMember))
            return [Audience.Public, Audience.Organizations, Audience.Members];
        if (roles.Contains(AccountRole.OrganizationRepresentative))
            return [Audience.Public, Audience.Organizations];
        return [Audience.Public];
    }
}
