using Beirat.Network.Common;
using Beirat.Network.Council;
using Xunit;

namespace Beirat.Network.Tests.Council;

/// <summary>Ending, replacing, moving up and taking back, on one seat.</summary>
public sealed class SeatChangeTests
{
    private static readonly DateOnly Begin = new(2024, 10, 1);
    private static readonly DateOnly Day = new(2026, 6, 30);
    private static readonly Period Term = new(Begin, null);
    private static readonly ChangeMark Mark = new(null, null, DateTimeOffset.UnixEpoch);
    private static readonly Guid Anna = Guid.CreateVersion7();
    private static readonly Guid Bela = Guid.CreateVersion7();
    private static readonly Guid Cleo = Guid.CreateVersion7();

    private readonly Seat _seat = new(Guid.CreateVersion7(), 4, SeatCategory.ExpertMember, deputyPlaces: 2);
    private readonly SeatAssignment _anna;
    private readonly SeatAssignment _bela;

    public SeatChangeTests()
    {
        _anna = _seat.Assign(Anna, 0, Term);
        _bela = _seat.Assign(Bela, 2, Term);
    }

    [Fact]
    public void A_mandate_ends_after_it_began_and_never_later_than_it_would()
    {
        Assert.Equal(Refusal.ReversedDates, _seat.RefusalToEnd(_anna.Id, Begin.AddDays(-1)));
        _seat.End(_anna.Id, Day, Mark);

        Assert.Equal(Refusal.AlreadyEnded, _seat.RefusalToEnd(_anna.Id, Day.AddDays(1)));
        Assert.Equal(Refusal.AlreadyEnded, _seat.RefusalToEnd(_anna.Id, Day));
        Assert.Null(_seat.RefusalToEnd(_anna.Id, Day.AddDays(-1)));
        Assert.Null(_seat.RefusalToEnd(_bela.Id, Begin));
        Assert.Equal(Refusal.NoSuchPlace, _seat.RefusalToEnd(Guid.CreateVersion7(), Day));
    }

    [Theory]
    [InlineData(26)]
    [InlineData(1899)]
    [InlineData(9999)]
    public void A_slip_in_the_year_is_asked_about(int year)
    {
        Assert.Equal(Refusal.UnlikelyDate, _seat.RefusalToEnd(_anna.Id, new DateOnly(year, 12, 31)));
        Assert.Equal(Refusal.UnlikelyDate, _seat.RefusalToAssign(Cleo, 1, new Period(new DateOnly(year, 12, 31), null)));
        Assert.Equal(Refusal.UnlikelyDate, _seat.RefusalToReplace(_anna.Id, new DateOnly(year, 12, 31), Cleo, null));
    }

    [Fact]
    public void A_successor_begins_the_day_after_and_the_record_tells_both_steps()
    {
        var change = _seat.Replace(_anna.Id, Day, Cleo, null, Mark);

        Assert.Equal(Day, _anna.Until);
        Assert.Equal((Cleo, 0, Day.AddDays(1)), _seat.Assignments.Where(a => a.Order == 0 && a.Until is null).Select(a => (a.PersonId, a.Order, a.From)).Single());
        Assert.Equal([(Anna, false, Day), (Cleo, true, null)], change.Steps.Select(s => (s.PersonId, s.IsNew, s.UntilAfter)));
        Assert.Equal(Day.AddDays(1), change.EffectOn);
    }

    [Fact]
    public void Nobody_follows_themselves_and_no_deputy_of_the_seat_follows_while_deputising()
    {
        Assert.Equal(Refusal.SamePerson, _seat.RefusalToReplace(_anna.Id, Day, Anna, null));
        Assert.Equal(Refusal.OwnDeputy, _seat.RefusalToReplace(_anna.Id, Day, Bela, null));
    }

    [Fact]
    public void A_successor_who_is_already_on_record_is_not_crowded_out()
    {
        _seat.End(_anna.Id, Day, Mark);
        _seat.Appoint(Cleo, 0, new Period(Day.AddDays(1), null), Mark);

        Assert.Equal(Refusal.PlaceTaken, _seat.RefusalToReplace(_anna.Id, Day.AddDays(-30), Guid.CreateVersion7(), null));
        Assert.Null(_seat.RefusalToReplace(_anna.Id, Day.AddDays(-30), Guid.CreateVersion7(), Day));
    }

    [Fact]
    public void The_first_deputy_in_order_moves_up_and_their_place_is_free()
    {
        _seat.Appoint(Cleo, 1, Term, Mark);

        _seat.Promote(_anna.Id, Day, null, Mark);

        Assert.Equal(Cleo, _seat.Assignments.Single(a => a.Order == 0 && a.Period.Covers(Day.AddDays(1))).PersonId);
        Assert.DoesNotContain(_seat.Assignments, a => a.Order == 1 && a.Period.Covers(Day.AddDays(1)));
        Assert.Null(_seat.RefusalToAssign(Guid.CreateVersion7(), 1, new Period(Day.AddDays(1), null)));
    }

    [Fact]
    public void Without_a_deputy_that_day_nobody_moves_up()
    {
        _seat.End(_bela.Id, Day, Mark);

        Assert.Equal(Refusal.NoDeputy, _seat.RefusalToPromote(_anna.Id, Day, null));
        Assert.Null(_seat.RefusalToPromote(_anna.Id, Day.AddDays(-1), null));
        Assert.Equal(Refusal.NoDeputy, _seat.RefusalToPromote(_bela.Id, Day.AddDays(-1), null));
    }

    [Fact]
    public void A_change_is_taken_back_once_and_only_while_nothing_later_touched_the_place()
    {
        var ended = _seat.End(_anna.Id, Day, Mark);
        var appointed = _seat.Appoint(Cleo, 0, new Period(Day.AddDays(10), null), Mark);

        Assert.Equal(Refusal.ChangedSince, _seat.RefusalToUndo(ended));
        Assert.Throws<InvalidOperationException>(() => _seat.Undo(ended, Mark));
        _seat.Undo(appointed, Mark);
        _seat.Undo(ended, Mark);

        Assert.Null(_anna.Until);
        Assert.Equal([_anna, _bela], _seat.Assignments);
        Assert.Equal(Refusal.AlreadyUndone, _seat.RefusalToUndo(ended));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    public void Beside_a_seat_there_is_no_second_place_unless_the_council_says_so(int held, int wanted, bool refused)
    {
        HeldPlace[] elsewhere = [new(Guid.CreateVersion7(), held, Begin, Day)];

        Assert.Equal(refused ? Refusal.HoldsAnotherPlace : null, SeveralPlaces.RefusalBeside(elsewhere, wanted, Term, allowed: false));
        Assert.Null(SeveralPlaces.RefusalBeside(elsewhere, wanted, Term, allowed: true));
        Assert.Null(SeveralPlaces.RefusalBeside(elsewhere, wanted, new Period(Day.AddDays(1), null), allowed: false));
    }
}
