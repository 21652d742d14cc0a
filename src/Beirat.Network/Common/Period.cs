namespace Beirat.Network.Common;

/// <summary>Days from and until, both included; an open end means "still".</summary>
public readonly record struct Period(DateOnly From, DateOnly? Until)
{
    public bool IsReversed => Until < From;

    public bool Covers(DateOnly day) => From <= day && (Until is null || day <= Until);

    public bool Overlaps(Period other) =>
        (other.Until is null || From <= other.Until) && (Until is null || other.From <= Until);
}
