using Beirat.Network.Council;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Council;

/// <summary>What changed in the council and when, computed.</summary>
public abstract class CouncilTimelineTests(Store store)
{
    [Fact]
    public async Task It_tells_who_came_who_left_and_since_when_a_place_is_vacant()
    {
        var entries = (await store.Demo().AskAsync((CouncilTimelineQuery q) => q.RunAsync())).Items;

        Assert.Equal(
            [
                (new DateOnly(2026, 9, 1), TimelineKind.Entered, "Henning Luppold", 20, false, null),
                (new DateOnly(2026, 9, 1), TimelineKind.Left, "Bernd Auweiler", 20, false, null),
                (new DateOnly(2026, 6, 1), TimelineKind.DeputyEnded, "Goran Ilić", 12, true, null),
                (new DateOnly(2026, 2, 15), TimelineKind.BecameDeputy, "Selam Haile", 10, false, null),
                (new DateOnly(2026, 2, 1), TimelineKind.Entered, "Katarzyna Wolska", 11, false, null),
                (new DateOnly(2026, 1, 1), TimelineKind.Left, "Ewa Nowicka", 11, true, (DateOnly?)new DateOnly(2026, 1, 31)),
            ],
            entries.Take(6).Select(e => (e.Day, e.Kind, e.Person, e.Seat, e.Vacant, e.VacantUntil)));
        Assert.All(entries.Skip(6), e => Assert.Equal(new DateOnly(2024, 10, 1), e.Day));
    }

    [Fact]
    public async Task Every_day_in_it_is_one_on_which_the_council_differs_from_the_day_before()
    {
        var days = (await store.Demo().AskAsync((CouncilTimelineQuery q) => q.RunAsync())).Items.Select(e => e.Day).Distinct().ToList();

        foreach (var day in days)
        {
            Assert.NotEqual(await SeatsAsync(day.AddDays(-1)), await SeatsAsync(day));
            var around = await store.Demo().AskAsync((CouncilDaysQuery q) => q.RunAsync(day));
            Assert.Equal(days.Where(d => d < day).Select(d => (DateOnly?)d).Max(), around.Previous);
            Assert.Equal(days.Where(d => d > day).Select(d => (DateOnly?)d).Min(), around.Next);
        }
    }

    [Theory]
    [InlineData("gestern")]
    [InlineData("0001-01-01_1_00000000000000000000000000000000")]
    [InlineData("2026-01-01_2_00000000000000000000000000000000")]
    public async Task A_key_that_cannot_be_read_begins_anew(string key) => Assert.Equal(
        (await store.Demo().AskAsync((CouncilTimelineQuery q) => q.RunAsync())).Items,
        (await store.Demo().AskAsync((CouncilTimelineQuery q) => q.RunAsync(key))).Items);

    private async Task<string> SeatsAsync(DateOnly day) => string.Join(';', (await store.Demo().AskAsync((CouncilQuery q) => q.RunAsync(day))).Seats
        .Select(s => $"{s.Number}:{s.Holder?.Name}:{string.Join(',', s.Deputies.Select(d => d.Name))}"));
}

public sealed class TimelineOnSqlite(SqliteNetwork store) : CouncilTimelineTests(store), IClassFixture<SqliteNetwork>;

public sealed class TimelineOnPostgres(PostgresNetwork store) : CouncilTimelineTests(store), IClassFixture<PostgresNetwork>;
