using Beirat.Network.Common;

namespace Beirat.Network.Council;

/// <summary>Rules of the council that are not written down in public; each is a setting with a source.</summary>
public enum CouncilRuleName
{
    /// <summary>Whether a person may hold a seat and have another place in the council at the same time.</summary>
    SeveralPlaces,
}

/// <summary>How the council decided on a rule, and where that is said.</summary>
public sealed class CouncilRule
{
    public const int MaxSourceLength = 400;

    private CouncilRule() { }

    public CouncilRule(CouncilRuleName name, bool allowed, string source) =>
        (Name, Allowed, Source) = (name, allowed, source.Length > 0 ? source : throw new InvalidOperationException("A rule names its source."));

    public CouncilRuleName Name { get; private set; }

    public bool Allowed { get; private set; }

    public string Source { get; private set; } = string.Empty;
}

/// <summary>A place that somebody has in the council.</summary>
internal sealed record HeldPlace(Guid SeatId, int Order, DateOnly From, DateOnly? Until);

internal static class SeveralPlaces
{
    /// <summary>
    /// Null when the person may take a place beside those they have on other seats. Deputising for two seats is no
    /// double place: one person can stand in for either, on different days.
    /// </summary>
    public static Refusal? RefusalBeside(IEnumerable<HeldPlace> elsewhere, int order, Period period, bool allowed) =>
        !allowed && elsewhere.Any(p => (p.Order == 0 || order == 0) && new Period(p.From, p.Until).Overlaps(period)) ? Refusal.HoldsAnotherPlace : null;
}
