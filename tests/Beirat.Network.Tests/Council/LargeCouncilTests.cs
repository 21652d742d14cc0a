using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.People;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Council;

/// <summary>Five thousand people who had or have a place: as many questions to the database as for thirty.</summary>
public sealed class LargeCouncilTests(SeededCouncil council) : IClassFixture<SeededCouncil>
{
    private const int People = 5_000;

    [Fact]
    public async Task Pages_of_the_council_ask_a_few_times_and_page_through_everything_once()
    {
        QueryCount.Listen();
        await FillAsync();

        Assert.InRange(await QueryCount.OfAsync(() => council.Network.AskAsync((CouncilQuery q) => q.RunAsync(new DateOnly(2015, 5, 5)))), 1, 2);
        Assert.InRange(await QueryCount.OfAsync(() => council.Network.AskAsync((CouncilDaysQuery q) => q.RunAsync(new DateOnly(2015, 5, 5)))), 1, 1);
        Assert.InRange(await QueryCount.OfAsync(() => council.Network.AskAsync((CouncilTimelineQuery q) => q.RunAsync())), 1, 2);
        Assert.InRange(await QueryCount.OfAsync(() => council.Network.AskAsync((StaffSeatQuery q) => q.AllAsync(Viewers.Staff))), 1, 2);
        Assert.InRange(await QueryCount.OfAsync(() => council.Network.AskAsync((PersonSearch q) => q.RunAsync(Viewers.Staff, "muster"))), 1, 2);
        var seen = new List<TimelineEntry>();
        for (string? key = null; ;)
        {
            var page = await council.Network.AskAsync((CouncilTimelineQuery q) => q.RunAsync(key));
            Assert.True(page.Items.Count <= CouncilTimelineQuery.PageSize);
            seen.AddRange(page.Items);
            if ((key = page.Next) is null) break;
        }

        await using var db = council.Network.Db();
        Assert.Equal(await db.SeatAssignments.CountAsync() + await db.SeatAssignments.CountAsync(a => a.Until != null), seen.Count);
        Assert.Equal(
            seen.OrderByDescending(e => e.Day).ThenBy(e => e.Kind is TimelineKind.Left or TimelineKind.DeputyEnded).ThenBy(e => e.Seat).Select(e => (e.Day, e.Seat)),
            seen.Select(e => (e.Day, e.Seat)));
        Assert.Distinct(seen);
    }

    private async Task FillAsync()
    {
        await using var db = council.Network.Db();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var seats = await db.Seats.OrderBy(s => s.Number).Take(13).ToListAsync();
        for (var i = 0; i < People; i++)
        {
            var person = new Person(Guid.CreateVersion7(), $"muster-{i}", $"Vorname{i}", $"Muster{i}");
            var from = new DateOnly(1990, 1, 1).AddDays(i / 26 * 60);
            db.Add(person);
            var seat = seats[i % 13];
            db.Add(seat.Assign(person.Id, i / 13 % 2, new Period(from, from.AddDays(59))));
        }

        await db.SaveChangesAsync();
    }
}
