using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Accounts;

/// <summary>What somebody may do in the portal begins and ends with their place in the council.</summary>
public sealed class MandateRolesTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public void The_records_of_the_day_decide_and_other_roles_stay()
    {
        AccountRole[] given = [AccountRole.Deputy, AccountRole.OrganizationRepresentative];
        MandatePlace[] places = [new(SeatCategory.ExpertMember, true, Day.AddYears(-1), Day), new(SeatCategory.ExpertMember, false, Day.AddDays(1), null)];

        Assert.Equal([AccountRole.OrganizationRepresentative, AccountRole.Deputy], MandateRoles.On(Day, given, places));
        Assert.Equal([AccountRole.OrganizationRepresentative, AccountRole.ExpertMember], MandateRoles.On(Day.AddDays(1), given, places));
        Assert.Equal([AccountRole.OrganizationRepresentative], MandateRoles.On(Day.AddYears(-2), given, places));
        Assert.Equal(given, MandateRoles.On(Day, given, []));
    }

    [Fact]
    public async Task A_mandate_that_ends_later_takes_the_role_away_at_midnight_and_the_sessions_with_it()
    {
        var fixture = new SeededCouncil();
        await fixture.InitializeAsync();
        await using var scope = fixture;
        var network = fixture.Network;
        var (account, stamp) = await AccountAsync(network);
        var seat = (await network.AskAsync((StaffSeatQuery q) => q.OneAsync(Viewers.Staff, 4)))!;
        var lastDay = network.Time.Today().AddDays(2);
        var end = new EndMandate(4, seat.Version, seat.Now(1)!.Assignment, lastDay);
        Assert.IsType<Outcome<Guid>.Done>(await network.AskAsync((EndMandateHandler h) => h.RunAsync(Viewers.Staff, end)));
        var calendar = network.Get<MandateCalendar>();

        network.Time.Advance(TimeSpan.FromDays(2));
        await calendar.TurnAsync();
        Assert.Equal([AccountRole.Deputy], await RolesAsync(network, account));
        Assert.Equal(stamp, (await AccountAsync(network)).Stamp);

        network.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await RolesAsync(network, account));
        await calendar.TurnAsync();
        var ended = (await AccountAsync(network)).Stamp;
        Assert.NotEqual(stamp, ended);
        await calendar.TurnAsync();
        Assert.Equal(ended, (await AccountAsync(network)).Stamp);
    }

    [Fact]
    public async Task A_mandate_that_ended_yesterday_ends_the_sessions_in_the_same_save_and_taking_it_back_gives_the_role_again()
    {
        var fixture = new SeededCouncil();
        await fixture.InitializeAsync();
        await using var scope = fixture;
        var network = fixture.Network;
        var (account, stamp) = await AccountAsync(network);
        var seat = (await network.AskAsync((StaffSeatQuery q) => q.OneAsync(Viewers.Staff, 4)))!;
        var end = new EndMandate(4, seat.Version, seat.Now(1)!.Assignment, network.Time.Today().AddDays(-1));

        var preview = Assert.IsType<Outcome<MandatePreview>.Done>(await network.AskAsync((EndMandateHandler h) => h.PreviewAsync(Viewers.Staff, end))).Value;
        Assert.Equal(["Murat Kocabaş"], preview.LosingAccess);
        Assert.Equal(stamp, (await AccountAsync(network)).Stamp);
        var done = Assert.IsType<Outcome<Guid>.Done>(await network.AskAsync((EndMandateHandler h) => h.RunAsync(Viewers.Staff, end))).Value;

        Assert.NotEqual(stamp, (await AccountAsync(network)).Stamp);
        Assert.Empty(await RolesAsync(network, account));
        await network.AskAsync((UndoChangeHandler h) => h.RunAsync(Viewers.Staff, new UndoChange(done)));
        Assert.Equal([AccountRole.Deputy], await RolesAsync(network, account));
    }

    private static async Task<(Guid Id, string? Stamp)> AccountAsync(NetworkHost network)
    {
        await using var db = network.Db();
        var account = await db.Users.SingleAsync(a => a.PersonId == SeedIds.Of("person", "murat-kocabas"));
        return (account.Id, account.SecurityStamp);
    }

    private static async Task<IReadOnlyList<AccountRole>> RolesAsync(NetworkHost network, Guid account) =>
        (await network.AskAsync((SignedInQuery q) => q.ByAccountAsync(account)))!.Roles;
}
