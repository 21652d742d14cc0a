using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.People;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Council;

/// <summary>The office changes who sits in the council, and can take it back.</summary>
public abstract class MandateTests(Store store)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Appointing_a_deputy_fills_a_place_and_taking_it_back_restores_every_row()
    {
        var before = (await FiguresAsync(), await RowsAsync());
        var command = new AppointPerson(13, await VersionAsync(13), 1, New("Probe", "Beispiel"), new Period(Today, null));

        var preview = Done(await store.Demo().AskAsync((AppointPersonHandler h) => h.PreviewAsync(Viewers.Staff, command)));

        Assert.Equal(before, (await FiguresAsync(), await RowsAsync()));
        Assert.Equal(["Probe Beispiel"], preview.Entering);
        Assert.Equal(before.Item1, preview.Before);
        var change = Done(await store.Demo().AskAsync((AppointPersonHandler h) => h.RunAsync(Viewers.Staff, command)));
        Assert.Equal(preview.After, await FiguresAsync());
        Assert.Equal(before.Item1 with { Persons = before.Item1.Persons + 1, Deputies = before.Item1.Deputies + 1, VacantDeputyPlaces = before.Item1.VacantDeputyPlaces - 1 }, preview.After);

        Done(await UndoAsync(change));
        Assert.Equal(before, (await FiguresAsync(), await RowsAsync()));
        Assert.Equal(Refusal.AlreadyUndone, Assert.IsType<Outcome<Guid>.Refused>(await UndoAsync(change)).Reason);
    }

    [Fact]
    public async Task A_replaced_holder_gives_three_right_counts_on_three_dates()
    {
        var lastDay = new DateOnly(2027, 3, 31);
        var end = new EndMandate(1, await VersionAsync(1), await AssignmentAsync(1, 0), lastDay);
        var preview = Done(await store.Demo().AskAsync((EndMandateHandler h) => h.PreviewAsync(Viewers.Staff, end)));
        Assert.Equal([new SeatPlace(1, 0)], preview.Vacated);
        Assert.Equal(["Yusuf al-Hamdani"], preview.Leaving, StringComparer.OrdinalIgnoreCase);
        var figures = await FiguresAsync(lastDay);

        var ended = Done(await store.Demo().AskAsync((EndMandateHandler h) => h.RunAsync(Viewers.Staff, end)));
        var appoint = new AppointPerson(1, await VersionAsync(1), 0, New("Nach", "Folge"), new Period(lastDay.AddDays(31), null));
        var appointed = Done(await store.Demo().AskAsync((AppointPersonHandler h) => h.RunAsync(Viewers.Staff, appoint)));

        Assert.Equal(figures, await FiguresAsync(lastDay));
        Assert.Equal(figures with { Persons = figures.Persons - 1, ExpertMembers = figures.ExpertMembers - 1, VacantSeats = figures.VacantSeats + 1 }, await FiguresAsync(lastDay.AddDays(1)));
        Assert.Equal(figures, await FiguresAsync(lastDay.AddDays(31)));
        Assert.Equal(Refusal.ChangedSince, Assert.IsType<Outcome<Guid>.Refused>(await UndoAsync(ended)).Reason);
        Done(await UndoAsync(appointed));
        Done(await UndoAsync(ended));
    }

    [Fact]
    public async Task Who_comes_second_learns_what_changed_and_nothing_is_lost()
    {
        var seen = await VersionAsync(2);
        var first = new EndMandate(2, seen, await AssignmentAsync(2, 1), new DateOnly(2027, 1, 31));
        var second = new EndMandate(2, seen, await AssignmentAsync(2, 0), new DateOnly(2027, 2, 28));
        Done(await store.Demo().AskAsync((EndMandateHandler h) => h.RunAsync(Viewers.Staff, first)));

        var stale = Assert.IsType<Outcome<Guid>.Stale>(await store.Demo().AskAsync((EndMandateHandler h) => h.RunAsync(Viewers.Staff, second)));

        Assert.IsType<Outcome<MandatePreview>.Stale>(await store.Demo().AskAsync((EndMandateHandler h) => h.PreviewAsync(Viewers.Staff, second)));
        Assert.Equal(seen + 1, stale.Version);
        var news = Assert.Single(await store.Demo().AskAsync((ChangeQuery q) => q.SinceAsync(Viewers.Staff, 2, seen)));
        Assert.Equal((MandateChangeKind.Ended, "Tabea Wiesgrund", new DateOnly(2027, 1, 31)), (news.Kind, news.By, news.Steps[0].UntilAfter));
        Done(await store.Demo().AskAsync((EndMandateHandler h) => h.RunAsync(Viewers.Staff, second with { Version = stale.Version })));
        var seat = await store.Demo().AskAsync((StaffSeatQuery q) => q.OneAsync(Viewers.Staff, 2));
        Assert.Equal([new DateOnly(2027, 2, 28), new DateOnly(2027, 1, 31)], seat!.Places.Select(p => p.Until));
    }

    [Fact]
    public async Task Two_in_the_office_cannot_give_one_person_two_seats_at_once()
    {
        var person = await AddPersonAsync();
        int[] seats = [5, 6];
        var commands = new List<ReplaceHolder>();
        foreach (var seat in seats)
            commands.Add(new ReplaceHolder(seat, await VersionAsync(seat), await AssignmentAsync(seat, 0), new DateOnly(2027, 6, 30), new PersonPick(person), null));

        var outcomes = await Task.WhenAll(commands.Select(c => Task.Run(() => store.Demo().AskAsync((ReplaceHolderHandler h) => h.RunAsync(Viewers.Staff, c)))));

        Assert.Single(outcomes.OfType<Outcome<Guid>.Done>());
        await using var db = store.Demo().Db();
        Assert.Equal(1, await db.SeatAssignments.CountAsync(a => a.PersonId == person));
    }

    [Fact]
    public async Task A_member_has_no_second_place_until_the_council_allows_it()
    {
        var holder = SeedIds.Of("person", "aylin-demirtas");
        var command = new AppointPerson(12, await VersionAsync(12), 1, new PersonPick(holder), new Period(Today, null));

        var refused = Assert.IsType<Outcome<Guid>.Invalid>(await store.Demo().AskAsync((AppointPersonHandler h) => h.RunAsync(Viewers.Staff, command)));

        Assert.Equal(Refusal.HoldsAnotherPlace, refused.Fields["person"]);
        await store.Demo().ChangeAsync(db => db.CouncilRules.ExecuteUpdateAsync(r => r.SetProperty(x => x.Allowed, true)));
        var change = Done(await store.Demo().AskAsync((AppointPersonHandler h) => h.RunAsync(Viewers.Staff, command)));
        await store.Demo().ChangeAsync(db => db.CouncilRules.ExecuteUpdateAsync(r => r.SetProperty(x => x.Allowed, false)));
        Done(await UndoAsync(change));
    }

    [Fact]
    public async Task A_deputy_who_moves_up_stays_and_needs_no_handover()
    {
        var deputy = SeedIds.Of("person", "jelena-markovic");
        var command = new ReplaceHolder(7, await VersionAsync(7), await AssignmentAsync(7, 0), new DateOnly(2027, 4, 30), null, null);

        var preview = Done(await store.Demo().AskAsync((ReplaceHolderHandler h) => h.PreviewAsync(Viewers.Staff, command)));
        var change = Done(await store.Demo().AskAsync((ReplaceHolderHandler h) => h.RunAsync(Viewers.Staff, command)));

        Assert.Equal([new SeatPlace(7, 1)], preview.Vacated);
        Assert.Empty(preview.Entering);
        await using var db = store.Demo().Db();
        Assert.Equal([SeedIds.Of("person", "dragan-petrovic")], await db.Handovers.Where(h => h.ChangeId == change).Select(h => h.PersonId).ToListAsync());
        Assert.Equal([1, 0], await db.SeatAssignments.Where(a => a.PersonId == deputy).OrderBy(a => a.From).Select(a => a.Order).ToListAsync());
        Done(await UndoAsync(change));
        Assert.NotNull(await db.Handovers.Where(h => h.ChangeId == change).Select(h => h.CancelledAt).SingleAsync());
    }

    [Fact]
    public async Task For_everybody_but_the_office_there_is_nothing_to_change()
    {
        var assignment = await AssignmentAsync(3, 0);
        var version = await VersionAsync(3);
        foreach (var viewer in new[] { Viewer.Public, Viewers.Member, Viewers.Deputy, Viewers.Organization, Viewers.Office })
        {
            Assert.IsType<Outcome<Guid>.NotFound>(await store.Demo().AskAsync((EndMandateHandler h) => h.RunAsync(viewer, new EndMandate(3, version, assignment, Today))));
            Assert.IsType<Outcome<Guid>.NotFound>(await store.Demo().AskAsync((ReplaceHolderHandler h) => h.RunAsync(viewer, new ReplaceHolder(3, version, assignment, Today, null, null))));
            Assert.IsType<Outcome<Guid>.NotFound>(await store.Demo().AskAsync((AppointPersonHandler h) => h.RunAsync(viewer, new AppointPerson(13, 0, 1, New("A", "B"), new Period(Today, null)))));
            Assert.IsType<Outcome<Guid>.NotFound>(await store.Demo().AskAsync((UndoChangeHandler h) => h.RunAsync(viewer, new UndoChange(Guid.NewGuid()))));
            Assert.Empty(await store.Demo().AskAsync((StaffSeatQuery q) => q.AllAsync(viewer)));
            Assert.Empty((await store.Demo().AskAsync((PersonSearch q) => q.RunAsync(viewer, "aylin"))).People);
        }
    }

    [Fact]
    public async Task People_are_found_by_parts_of_their_names_in_any_order_and_spelling()
    {
        foreach (var words in new[] { "Aylin Demirtaş", "demirtas ay", "DEMIRTAŞ" })
            Assert.Equal("Aylin Demirtaş", Assert.Single((await store.Demo().AskAsync((PersonSearch q) => q.RunAsync(Viewers.Staff, words))).People).Name);
        Assert.Empty((await store.Demo().AskAsync((PersonSearch q) => q.RunAsync(Viewers.Staff, "%"))).People);
    }

    private static PersonPick New(string given, string family) => new(null, new PersonName(given, family));

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;

    private Task<Outcome<Guid>> UndoAsync(Guid change) => store.Demo().AskAsync((UndoChangeHandler h) => h.RunAsync(Viewers.Staff, new UndoChange(change)));

    private async Task<CouncilFigures> FiguresAsync(DateOnly? day = null) => (await store.Demo().AskAsync((CouncilQuery q) => q.RunAsync(day))).Figures;

    private async Task<int> VersionAsync(int seat) => (await store.Demo().AskAsync((StaffSeatQuery q) => q.OneAsync(Viewers.Staff, seat)))!.Version;

    private async Task<Guid> AssignmentAsync(int seat, int order) =>
        (await store.Demo().AskAsync((StaffSeatQuery q) => q.OneAsync(Viewers.Staff, seat)))!.Now(order)!.Assignment;

    private async Task<string> RowsAsync()
    {
        await using var db = store.Demo().Db();
        var rows = await db.SeatAssignments.Where(a => db.Seats.Any(s => s.Id == a.SeatId && s.Number == 13)).ToListAsync();
        return string.Join('\n', rows.Select(a => $"{a.Id} {a.SeatId} {a.PersonId} {a.Order} {a.From:O} {a.Until:O}").Order());
    }

    private async Task<Guid> AddPersonAsync()
    {
        var id = Guid.CreateVersion7();
        await store.Demo().ChangeAsync(db => Task.FromResult(db.People.Add(new Person(id, $"probe-{id:N}", "Probe", "Person"))));
        return id;
    }
}

public sealed class MandatesOnSqlite(SqliteNetwork store) : MandateTests(store), IClassFixture<SqliteNetwork>;

public sealed class MandatesOnPostgres(PostgresNetwork store) : MandateTests(store), IClassFixture<PostgresNetwork>;
