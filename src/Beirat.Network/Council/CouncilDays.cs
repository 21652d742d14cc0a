namespace Beirat.Network.Council;

/// <summary>Days that somebody can mean. A slip of the finger in the year (0026, 20266) is asked about, not stored.</summary>
public static class CouncilDays
{
    public static readonly DateOnly First = new(1990, 1, 1);

    public static readonly DateOnly Last = new(2099, 12, 30);

    public static bool AreLikely(DateOnly from, DateOnly? until = null) =>
        from >= First && from <= Last && (until is null || (until >= First && until <= Last));
}
