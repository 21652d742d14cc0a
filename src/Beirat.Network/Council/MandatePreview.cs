namespace Beirat.Network.Council;

/// <summary>A place on a seat: 0 is the holder's, 1 the first deputy's.</summary>
public sealed record SeatPlace(int Number, int Order);

/// <summary>What a change would do to the council on the first day on which it shows.</summary>
public sealed record MandatePreview(
    int Seat, DateOnly Day, CouncilFigures Before, CouncilFigures After, IReadOnlyList<string> Entering, IReadOnlyList<string> Leaving,
    IReadOnlyList<SeatPlace> Vacated, IReadOnlyList<string> LosingAccess);
