using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>Who reads a thread: an audience, or people chosen by name (and the office).</summary>
public static class DiscussionReach
{
    /// <summary>How forms and records name people chosen by name; an audience is named by its own name.</summary>
    public const string Circle = "Circle";

    public static string Name(Audience audience, bool circle) => circle ? Circle : audience.ToString();

    /// <summary>False for a name that is none.</summary>
    public static bool TryParse(string? name, out Audience audience, out bool circle)
    {
        (audience, circle) = (Audience.Staff, name == Circle);
        return circle || (Enum.TryParse(name, out audience) && audience.ToString() == name);
    }

    /// <summary>A circle is the narrowest of all: next to the office it holds some people more, and those were chosen.</summary>
    public static bool IsWider(Audience audience, bool circle, Audience than, bool thanCircle) => Rank(audience, circle) < Rank(than, thanCircle);

    private static int Rank(Audience audience, bool circle) => circle ? (int)Audience.Staff + 1 : (int)audience;
}
