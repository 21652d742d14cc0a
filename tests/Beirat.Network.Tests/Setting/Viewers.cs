using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Seeding;

namespace Beirat.Network.Tests.Setting;

/// <summary>The demo accounts as the core sees them.</summary>
internal static class Viewers
{
    public static readonly Viewer Member = Of("aylin-demirtas", AccountRole.ExpertMember);

    public static readonly Viewer Deputy = Of("murat-kocabas", AccountRole.Deputy);

    public static readonly Viewer Staff = Of("tabea-wiesgrund", AccountRole.Staff);

    public static readonly Viewer Organization = Of("layla-haddad", AccountRole.OrganizationRepresentative);

    public static readonly Viewer Office = Of("ottmar-fenzl", AccountRole.CityOffice);

    public static Viewer Of(string person, params AccountRole[] roles) =>
        new(NamedId.For("test account", person), SeedIds.Of("person", person), roles);
}
