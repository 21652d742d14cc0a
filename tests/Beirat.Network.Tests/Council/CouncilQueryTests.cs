using System.Globalization;
using Beirat.Network.Council;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Council;

/// <summary>The council counts itself, on any day.</summary>
public abstract class CouncilQueryTests(Store store)
{
    [Theory]
    [InlineData("2024-10-01", 31)]
    [InlineData("2025-06-30", 31)]
    [InlineData("2026-01-15", 30)]
    [InlineData("2026-03-01", 32)]
    [InlineData("2026-11-22", 31)]
    public async Task It_has_as_many_persons_as_it_had_on_that_day(string day, int persons)
    {
        var council = await OnAsync(day);

        Assert.Equal(persons, council.Figures.Persons);
        Assert.Equal(20, council.Figures.Seats);
    }

    [Fact]
    public async Task Today_it_is_thirteen_eleven_and_seven_with_two_vacant_deputy_places()
    {
        var council = await store.Demo().AskAsync((CouncilQuery q) => q.RunAsync());

        Assert.Equal(new DateOnly(2026, 11, 22), council.Day);
        Assert.Equal(new CouncilFigures(20, 31, 13, 11, 7, 0, 2), council.Figures);
        Assert.Equal([12, 13], council.Seats.Where(s => s.VacantDeputyPlaces > 0).Select(s => s.Number));
        Assert.Equal("Amtszeit 2024–2029", council.Term);
    }

    [Theory]
    [InlineData("2026-01-01", null)]
    [InlineData("2026-01-31", null)]
    [InlineData("2025-12-31", "Ewa Nowicka")]
    [InlineData("2026-02-01", "Katarzyna Wolska")]
    public async Task A_seat_changes_hands_at_midnight(string day, string? holder)
    {
        var council = await OnAsync(day);

        Assert.Equal(holder, council.Seats.Single(s => s.Number == 11).Holder?.Name);
        Assert.Equal(holder is null ? 1 : 0, council.Figures.VacantSeats);
    }

    [Theory]
    [InlineData("2024-09-30")]
    [InlineData("0001-01-01")]
    public async Task Before_the_first_record_there_is_nothing_rather_than_twenty_vacant_seats(string day)
    {
        var council = await OnAsync(day);

        Assert.Empty(council.Seats);
        Assert.Equal(new CouncilFigures(0, 0, 0, 0, 0, 0, 0), council.Figures);
        Assert.Null(council.Term);
    }

    [Fact]
    public async Task After_the_last_term_nothing_is_known()
    {
        Assert.Equal(31, (await OnAsync("2029-09-30")).Figures.Persons);
        Assert.Empty((await OnAsync("9999-12-31")).Seats);
    }

    [Fact]
    public async Task Who_has_left_is_named_without_a_link_and_who_still_has_a_role_with_one()
    {
        var council = await OnAsync("2025-06-30");

        Assert.Equal(("Ewa Nowicka", "ewa-nowicka"), Named(council.Seats.Single(s => s.Number == 11).Holder!));
        Assert.Equal(("Goran Ilić", null), Named(council.Seats.Single(s => s.Number == 12).Deputies.Single()));
    }

    [Fact]
    public async Task Taking_a_deputy_away_makes_one_more_place_vacant()
    {
        var deputy = SeedIds.Of("person", "murat-kocabas");
        await using var db = store.Demo().Db();
        await using var undone = await db.Database.BeginTransactionAsync();
        var query = new CouncilQuery(db, store.Demo().Time);
        var before = (await query.RunAsync()).Figures;

        db.SeatAssignments.Remove(await db.SeatAssignments.SingleAsync(a => a.PersonId == deputy));
        await db.SaveChangesAsync();
        var after = (await query.RunAsync()).Figures;

        Assert.Equal(before with { VacantDeputyPlaces = before.VacantDeputyPlaces + 1, Persons = before.Persons - 1, Deputies = before.Deputies - 1 }, after);
    }

    private static (string Name, string? Slug) Named(SeatPerson person) => (person.Name, person.Slug);

    private Task<CouncilView> OnAsync(string day) =>
        store.Demo().AskAsync((CouncilQuery q) => q.RunAsync(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
}

public sealed class CouncilOnSqlite(SqliteNetwork store) : CouncilQueryTests(store), IClassFixture<SqliteNetwork>;

public sealed class CouncilOnPostgres(PostgresNetwork store) : CouncilQueryTests(store), IClassFixture<PostgresNetwork>;
