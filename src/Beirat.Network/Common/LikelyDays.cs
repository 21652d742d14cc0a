namespace Beirat.Network.Common;

/// <summary>Days that somebody can mean, for every dated record. A slip of the finger in the year (0026, 20266) is asked about, not stored.</summary>
public static class LikelyDays
{
    public const int FirstYear = 1900;

    public const int LastYear = 2099;

    public static readonly DateOnly First = new(FirstYear, 1, 1);

    /// <summary>The day after it is likely, too: it is the first one on which an end shows.</summary>
    public static readonly DateOnly Last = new(LastYear, 12, 30);

    public static bool AreLikely(DateOnly? from, DateOnly? until = null) => IsLikely(from) && IsLikely(until);

    private static bool IsLikely(DateOnly? day) => day is null || (day >= First && day <= Last);
}
