namespace Beirat.Network.SearchDesk;

/// <summary>How long searches without hits are kept, and from when on they are shown.</summary>
public static class SearchMissRules
{
    /// <summary>Rows that are kept at most.</summary>
    public const int Most = 5_000;

    /// <summary>What was asked on fewer days, and fewer times, may be about one person: nobody is shown it.</summary>
    public const int ShownFromDays = 2;

    /// <inheritdoc cref="ShownFromDays"/>
    public const int ShownFromTimes = 3;

    /// <summary>Days after the last time.</summary>
    public const int KeptDays = 180;

    /// <summary>Days after the last time, of what is not shown.</summary>
    public const int KeptDaysOfSeldom = 30;
}
