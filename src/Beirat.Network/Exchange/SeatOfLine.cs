using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Council;

namespace Beirat.Network.Exchange;

/// <summary>The place in the council that a line holds.</summary>
internal sealed class SeatOfLine(CsvRow row, IReadOnlyDictionary<int, Seat> seats)
{
    /// <summary>Null when the line holds none, or one that is there already.</summary>
    public (FieldChange Change, Action Apply)? Plan(Guid person)
    {
        if (row.Given(PersonColumns.Seat) is not { } number)
        {
            string[] beside = [PersonColumns.SeatOrder, PersonColumns.SeatFrom, PersonColumns.SeatUntil];
            return beside.FirstOrDefault(c => row[c] is not null) is { } lone ? throw new FormatException($"{lone}: without a seat") : null;
        }

        if (!seats.TryGetValue(CellParts.Number(number, 0, 100_000), out var seat)) throw new FormatException($"seat: there is no seat {number}");
        var order = row.Given(PersonColumns.SeatOrder) is { } text ? CellParts.Number(text, 0, 100) : 0;
        var from = row.Given(PersonColumns.SeatFrom) is { } day ? CellParts.Date(day) : throw new FormatException("seat_from: missing beside seat");
        var known = seat.Assignments.FirstOrDefault(a => a.PersonId == person && a.Order == order && a.From == from);
        var until = row[PersonColumns.SeatUntil] switch
        {
            null => known?.Until,
            CsvCells.Nothing => null,
            { } last => (DateOnly?)CellParts.Date(last),
        };
        if (known is not null && known.Until == until) return null;
        var period = new Period(from, until);
        if ((known is null ? seat.RefusalToAssign(person, order, period) : seat.RefusalToLast(known, until)) is { } refusal)
            throw new FormatException($"seat: {Explain(refusal, seat, order)}");
        var change = new FieldChange(PersonColumns.Seat, known is null ? string.Empty : Text(seat, order, known.Period), Text(seat, order, period));
        return (change, () =>
        {
            if (known is null) seat.Assign(person, order, period);
            else known.EndWith(until);
        });
    }

    private static string Explain(Refusal refusal, Seat seat, int order) => refusal switch
    {
        Refusal.ReversedDates => "seat_until lies before seat_from",
        Refusal.NoSuchPlace => string.Create(CultureInfo.InvariantCulture, $"seat {seat.Number} has {seat.DeputyPlaces} places for deputies, not a place {order}"),
        Refusal.PlaceTaken => $"somebody else has this place of seat {seat.Number} in that time",
        Refusal.OwnDeputy => $"the person has another place of seat {seat.Number} in that time, and nobody deputises for themselves",
        _ => $"{refusal}",
    };

    private static string Text(Seat seat, int order, Period period) =>
        string.Create(CultureInfo.InvariantCulture, $"{seat.Number}/{order} {CellParts.Date(period.From)}–{CellParts.Date(period.Until)}");
}
