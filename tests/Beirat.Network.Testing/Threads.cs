using Beirat.Network.Common;

namespace Beirat.Network.Testing;

/// <summary>Discussions of the demo council, by what tests need them for.</summary>
public static class Threads
{
    /// <summary>Public, open, on one page.</summary>
    public static readonly Guid Housing = Of("wohnungssuche-mit-grosser-familie");

    /// <summary>Public, open, for tests that change it.</summary>
    public static readonly Guid Swimming = Of("schwimmkurse-fuer-frauen-und-kinder");

    /// <summary>Public, open, longer than a page.</summary>
    public static readonly Guid Tower = Of("turmstrasse-was-wurde-daraus");

    /// <summary>Public, open.</summary>
    public static readonly Guid Interpreting = Of("dolmetschen-beim-arzt");

    /// <summary>Public, open.</summary>
    public static readonly Guid Recognition = Of("anerkennung-auslaendischer-abschluesse-dauert");

    public static readonly Guid Closed = Of("einschulung-briefe-der-schule-verstehen");

    public static readonly Guid ForOrganizations = Of("kultur-teilen-raeume-und-buehne");

    public static readonly Guid ForMembers = Of("vorbereitung-der-sitzung-im-dezember");

    public static readonly Guid ForStaff = Of("pflege-der-kontaktliste");

    public static string Page(Guid discussion) => $"/diskussionen/{discussion}";

    public static string Api(Guid discussion) => $"/api/diskussionen/{discussion}/beitraege";

    private static Guid Of(string name) => NamedId.For("discussion", name);
}
