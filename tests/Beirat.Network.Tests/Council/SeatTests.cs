using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Xunit;

namespace Beirat.Network.Tests.Council;

public sealed class SeatTests
{
    private static readonly DateOnly Begin = new(2024, 10, 1);
    private static readonly Period Term = new(Begin, null);
    private static readonly Guid Anna = Guid.CreateVersion7();
    private static readonly Guid Bela = Guid.CreateVersion7();

    private readonly Seat _seat = new(Guid.CreateVersion7(), 4, SeatCategory.ExpertMember, deputyPlaces: 1);

    [Fact]
    public void A_free_seat_takes_a_holder_and_a_deputy()
    {
        _seat.Assign(Anna, 0, Term);
        _seat.Assign(Bela, 1, Term);

        Assert.Equal([false, true], _seat.Assignments.Select(a => a.IsDeputy));
    }

    [Fact]
    public void A_place_is_given_to_one_at_a_time()
    {
        _seat.Assign(Anna, 0, Term);

        Assert.Equal(Refusal.PlaceTaken, _seat.RefusalToAssign(Bela, 0, new Period(Begin.AddYears(1), null)));
        Assert.Throws<InvalidOperationException>(() => _seat.Assign(Bela, 0, Term));
        Assert.Single(_seat.Assignments);
    }

    [Fact]
    public void A_successor_may_begin_the_day_after()
    {
        _seat.Assign(Anna, 0, new Period(Begin, new DateOnly(2025, 12, 31)));

        Assert.Equal(Refusal.PlaceTaken, _seat.RefusalToAssign(Bela, 0, new Period(new DateOnly(2025, 12, 31), null)));
        Assert.Null(_seat.RefusalToAssign(Bela, 0, new Period(new DateOnly(2026, 1, 1), null)));
    }

    [Fact]
    public void Nobody_is_their_own_deputy()
    {
        _seat.Assign(Anna, 0, Term);

        Assert.Equal(Refusal.OwnDeputy, _seat.RefusalToAssign(Anna, 1, Term));
    }

    [Fact]
    public void A_former_deputy_may_become_the_holder()
    {
        _seat.Assign(Anna, 1, new Period(Begin, Begin.AddYears(1)));

        Assert.Null(_seat.RefusalToAssign(Anna, 0, new Period(Begin.AddYears(1).AddDays(1), null)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Only_places_that_exist_are_given(int order) => Assert.Equal(Refusal.NoSuchPlace, _seat.RefusalToAssign(Anna, order, Term));

    [Fact]
    public void A_seat_of_the_city_council_has_no_deputy()
    {
        var seat = new Seat(Guid.CreateVersion7(), 14, SeatCategory.CouncilMember, deputyPlaces: 0);

        Assert.Equal(Refusal.NoSuchPlace, seat.RefusalToAssign(Anna, 1, Term));
    }

    [Fact]
    public void Time_runs_forward_in_seats_memberships_absences_and_terms()
    {
        var reversed = new Period(Begin, Begin.AddDays(-1));

        Assert.Equal(Refusal.ReversedDates, _seat.RefusalToAssign(Anna, 0, reversed));
        Assert.Throws<InvalidOperationException>(() => new Membership(Guid.CreateVersion7(), Anna, Bela, MembershipRole.Chair, reversed));
        Assert.Throws<InvalidOperationException>(() => new Person(Anna, "anna", "Anna", "A").BeAway(reversed));
        Assert.Throws<InvalidOperationException>(() => new Term(Guid.CreateVersion7(), "Amtszeit", Begin, Begin));
    }
}
