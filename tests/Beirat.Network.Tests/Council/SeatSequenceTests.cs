using Beirat.Network.Common;
using Beirat.Network.Council;
using CsCheck;
using Xunit;

namespace Beirat.Network.Tests.Council;

/// <summary>Whatever is done in whatever order, the council stays one that can be.</summary>
public sealed class SeatSequenceTests
{
    private const int Span = 60;
    private static readonly DateOnly Begin = new(2026, 1, 1);
    private static readonly ChangeMark Mark = new(null, null, DateTimeOffset.UnixEpoch);
    private static readonly Guid[] People = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, Span], Gen.Int[-2, Span], Gen.Int[0, 40],
        (kind, seat, order, person, day, length, pick) => new Step(kind, seat, order, person, day, length, pick));

    [Fact]
    public void Nobody_has_two_places_that_exclude_each_other_and_the_numbers_add_up() => Steps.Array[0, 40].Sample(steps =>
    {
        var world = new World();
        foreach (var step in steps)
        {
            world.Do(step);
            world.Check();
        }
    });

    [Fact]
    public void Taking_everything_back_from_the_last_to_the_first_restores_each_state_exactly() => Steps.Array[0, 30].Sample(steps =>
    {
        var world = new World();
        var states = new Stack<(string State, Seat Seat, MandateChange Change)>();
        foreach (var step in steps.Where(s => s.Kind < 4))
        {
            var before = world.State;
            if (world.Do(step) is var (seat, change)) states.Push((before, seat, change));
        }

        while (states.TryPop(out var last))
        {
            Assert.Null(last.Seat.RefusalToUndo(last.Change));
            last.Seat.Undo(last.Change, Mark);
            Assert.Equal(last.State, world.State);
        }
    });

    private sealed record Step(int Kind, int Seat, int Order, int Person, int Day, int Length, int Pick);

    private sealed class World
    {
        private readonly Seat[] _seats = [.. Enumerable.Range(1, 3).Select(n => new Seat(Guid.CreateVersion7(), n, SeatCategory.ExpertMember, 2))];
        private readonly List<(Seat Seat, MandateChange Change)> _done = [];

        public string State => string.Join('\n', _seats.SelectMany(s => s.Assignments.Select(a => $"{s.Number} {a.Id} {a.PersonId} {a.Order} {a.From:O} {a.Until:O}")).Order());

        /// <summary>Does what the rules allow; null when they refuse.</summary>
        public (Seat, MandateChange)? Do(Step step)
        {
            var (seat, person, day) = (_seats[step.Seat], People[step.Person], Begin.AddDays(step.Day));
            var until = step.Length == Span ? (DateOnly?)null : day.AddDays(step.Length);
            var assignment = seat.Assignments.Count == 0 ? Guid.Empty : seat.Assignments[step.Pick % seat.Assignments.Count].Id;
            var change = step.Kind switch
            {
                0 when Free(seat, person, step.Order, new Period(day, until)) && seat.RefusalToAssign(person, step.Order, new Period(day, until)) is null =>
                    seat.Appoint(person, step.Order, new Period(day, until), Mark),
                1 when seat.RefusalToEnd(assignment, day) is null => seat.End(assignment, day, Mark),
                2 when seat.RefusalToReplace(assignment, day, person, until) is null && Free(seat, person, 0, new Period(day.AddDays(1), until)) =>
                    seat.Replace(assignment, day, person, until, Mark),
                3 when seat.RefusalToPromote(assignment, day, until) is null && Free(seat, seat.NextInOrder(day)!.PersonId, 0, new Period(day.AddDays(1), until)) =>
                    seat.Promote(assignment, day, until, Mark),
                _ => null,
            };
            if (step.Kind == 4) Undo(step.Pick);
            if (change is null) return null;
            _done.Add((seat, change));
            return (seat, change);
        }

        public void Check()
        {
            foreach (var seat in _seats)
            {
                Assert.All(seat.Assignments, a => Assert.False(a.Period.IsReversed));
                Assert.All(Pairs(seat.Assignments), pair => Assert.False(
                    pair.One.Period.Overlaps(pair.Other.Period) && (pair.One.Order == pair.Other.Order || pair.One.PersonId == pair.Other.PersonId)));
            }

            foreach (var day in Enumerable.Range(0, Span).Select(Begin.AddDays))
            {
                var there = _seats.SelectMany(s => s.Assignments).Where(a => a.Period.Covers(day)).ToList();
                Assert.Equal(_seats.Length, there.Count(a => a.Order == 0) + _seats.Count(s => s.Assignments.All(a => a.Order != 0 || !a.Period.Covers(day))));
                Assert.All(there.GroupBy(a => a.PersonId).Where(g => g.Count() > 1), g => Assert.DoesNotContain(g, a => a.Order == 0));
            }
        }

        private void Undo(int pick)
        {
            if (_done.Count == 0) return;
            var (seat, change) = _done[pick % _done.Count];
            var fits = change.Steps.Where(s => !s.IsNew).All(s => Free(seat, s.PersonId, s.Order, new Period(s.From, s.UntilBefore)));
            if (seat.RefusalToUndo(change) is null && fits) seat.Undo(change, Mark);
        }

        private bool Free(Seat seat, Guid person, int order, Period period) => SeveralPlaces.RefusalBeside(
            _seats.Where(s => s != seat).SelectMany(s => s.Assignments).Where(a => a.PersonId == person)
                .Select(a => new HeldPlace(a.SeatId, a.Order, a.From, a.Until)), order, period, allowed: false) is null;

        private static IEnumerable<(SeatAssignment One, SeatAssignment Other)> Pairs(IReadOnlyList<SeatAssignment> all) =>
            from i in Enumerable.Range(0, all.Count)
            from j in Enumerable.Range(0, i)
            select (all[i], all[j]);
    }
}
