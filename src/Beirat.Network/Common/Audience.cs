namespace Beirat.Network.Common;

/// <summary>Who may see a text. Each level includes the ones below it in trust: staff see everything.</summary>
public enum Audience
{
    /// <summary>Everybody, signed in or not.</summary>
    Public,

    /// <summary>Representatives of organisations, members of the council and staff.</summary>
    Organizations,

    /// <summary>Members of the council, their deputies and staff.</summary>
    Members,

    /// <summary>The city office that runs the council.</summary>
    Staff,
}

/// <summary>Audiences from the widest to the narrowest.</summary>
public static class Audiences
{
    public static readonly IReadOnlyList<Audience> All = [Audience.Public, Audience.Organizations, Audience.Members, Audience.Staff];

    /// <summary>The levels of trust from which something for an audience is seen.</summary>
    public static IReadOnlyList<Audience> From(Audience audience) => [.. All.Where(a => a >= audience)];
}
