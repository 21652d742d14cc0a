using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.SearchDesk;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.SearchDesk;

/// <summary>Searches that found nothing, on every store.</summary>
public abstract class SearchMissTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Theory]
    [InlineData("Einbürgerungstest  Termin", "einbürgerungstest termin")]
    [InlineData("Was gilt ab 2026?", "was gilt ab 2026?")]
    [InlineData("z. B. Kita", "z. b. kita")]
    [InlineData("katılım", "katılım")]
    [InlineData("e.V. gründen", "e.v. gründen")]
    [InlineData("anna@beispiel.de", null)]
    [InlineData("Anna Muster 0171 39200 17", null)]
    [InlineData("07131/56-0", null)]
    [InlineData("Aktenzeichen 12-345", null)]
    [InlineData("https://beispiel.de/a", null)]
    [InlineData("www.beispiel", null)]
    [InlineData("beispiel.de", null)]
    [InlineData("eins zwei drei vier fünf sechs sieben acht neun", null)]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaften ja", null)]
    [InlineData("...", null)]
    [InlineData("", null)]
    public void Only_harmless_questions_are_kept(string typed, string? kept) => Assert.Equal(kept, HarmlessQuestion.Of(typed));

    [Fact]
    public async Task What_was_asked_three_times_or_on_two_days_is_shown_and_nothing_tells_who_asked()
    {
        await AskAsync("Flugdrachenprüfung", times: 3);
        await AskAsync("Mondscheinticket", times: 1);
        await AskAsync("Wolkenschieberei", times: 1);
        Network.Time.Advance(TimeSpan.FromDays(1));
        await AskAsync("wolkenschieberei ", times: 1);
        await AskAsync("Flugdrachenprüfung", times: 1, Viewers.Staff);

        var page = await PageAsync();

        Assert.Equal((3, 1), Of(page, "flugdrachenprüfung"));
        Assert.Equal((2, 2), Of(page, "wolkenschieberei"));
        Assert.DoesNotContain(page.Rows, r => r.Question == "mondscheinticket");
        await using var db = Network.Db();
        Assert.Equal(
            ["Days", "FirstDay", "Id", "IsDone", "IsRelaxed", "LastDay", "Place", "Question", "Times"],
            db.Model.FindEntityType(typeof(SearchMiss))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Neither_a_narrowed_search_nor_a_later_page_nor_an_index_that_is_not_ready_is_noted()
    {
        var nothing = new SearchResult("x", 0, 1, true, [], []);
        var asked = new SearchRequest("Kranichfoyer");
        SearchRequest[] notNoted =
        [
            asked with { Kind = SubjectKind.Person }, asked with { Page = 2 }, asked with { Language = "tr" }, asked with { Whole = true },
            asked with { Topic = "wohnen" }, asked with { Organization = "verein" }, asked with { Time = SearchTime.Year },
        ];
        foreach (var request in notNoted) Network.Get<SearchMissNotes>().Take(Viewer.Public, request, nothing);
        Network.Get<SearchMissNotes>().Take(Viewer.Public, asked, nothing with { Ready = false });
        Network.Get<SearchMissNotes>().Take(Viewer.Public, asked, nothing with { Total = 1 });
        await Network.Get<SearchMissFeed>().WriteAsync(CancellationToken.None);

        Assert.Empty(await KeptAsync("kranich"));
        Network.Get<SearchMissNotes>().Take(Viewer.Public, asked, nothing with { Total = 1, Relaxed = true });
        await Network.Get<SearchMissFeed>().WriteAsync(CancellationToken.None);
        Assert.Single(await KeptAsync("kranich"));
    }

    [Fact]
    public async Task Staff_marks_as_done_opens_again_and_deletes_and_others_cannot()
    {
        await AskAsync("Zimtsternamt", times: 3);
        var id = (await PageAsync()).Rows.Single(r => r.Question == "zimtsternamt").Id;

        Assert.IsType<Outcome<Guid>.NotFound>(await ChangeAsync(Viewers.Member, new SearchMissDone(id, true)));
        Assert.IsType<Outcome<Guid>.Done>(await ChangeAsync(Viewers.Staff, new SearchMissDone(id, true)));
        Assert.DoesNotContain((await PageAsync()).Rows, r => r.Id == id);
        Assert.Contains((await PageAsync(done: true)).Rows, r => r.Id == id);
        await AskAsync("Zimtsternamt", times: 1);
        Assert.DoesNotContain((await PageAsync()).Rows, r => r.Id == id);
        Assert.IsType<Outcome<Guid>.Done>(await ChangeAsync(Viewers.Staff, new SearchMissDone(id, false)));
        Assert.Contains((await PageAsync()).Rows, r => r.Id == id);
        Assert.IsType<Outcome<Guid>.NotFound>(await Network.AskAsync((SearchMissChangeHandler h) => h.RunAsync(Viewers.Office, new SearchMissRemoval(id))));
        Assert.IsType<Outcome<Guid>.Done>(await Network.AskAsync((SearchMissChangeHandler h) => h.RunAsync(Viewers.Staff, new SearchMissRemoval(id))));
        Assert.DoesNotContain((await PageAsync()).Rows, r => r.Id == id);
        Assert.Null(await Network.AskAsync((SearchMissQuery q) => q.RunAsync(Viewers.Member, MissPlace.Search, false, 1)));
    }

    [Fact]
    public async Task A_question_for_which_nobody_advises_is_noted_apart_from_searches_and_only_when_nothing_narrowed_it()
    {
        var asked = new AdviserRequest("Segelflugzeugwerft");
        var nobody = new AdviserResult("x", true, [], []);
        var somebody = nobody with { Advisers = [new Adviser(Guid.Empty, "x", "X", "", [], null, [])] };
        var notes = Network.Get<SearchMissNotes>();
        foreach (var narrowed in new[]
        {
            asked with { Language = "ar" }, asked with { Topic = "wohnen" }, asked with { OnlyAvailable = true }, asked with { Use = LanguageUses.Advise },
            asked with { District = "Böckingen" }, asked with { Organization = "x" }, asked with { Without = ["x"] }, asked with { Only = ["x"] },
        })
        {
            notes.Take(Viewer.Public, narrowed, nobody);
        }

        notes.Take(Viewers.Staff, asked, nobody);
        notes.Take(Viewer.Public, asked, nobody with { Ready = false });
        notes.Take(Viewer.Public, asked, somebody);
        notes.Take(Viewer.Public, asked with { Question = "Ich heiße Anna Muster, meine Nummer ist 0171 3920017" }, nobody);
        await Network.Get<SearchMissFeed>().WriteAsync(CancellationToken.None);
        Assert.Empty(await KeptAsync("segelflug"));
        Assert.Empty(await KeptAsync("muster"));

        for (var i = 0; i < 3; i++) notes.Take(Viewer.Public, asked, nobody);
        await AskAsync("Segelflugzeugwerft", times: 4);

        Assert.Equal((3, 1), Of(await PageAsync(place: MissPlace.Finder), "segelflugzeugwerft"));
        Assert.Equal((4, 1), Of(await PageAsync(), "segelflugzeugwerft"));
    }

    [Fact]
    public async Task What_is_old_is_forgotten_and_sooner_what_was_asked_once()
    {
        await AskAsync("Pfefferkuchenlotse", times: 3);
        await AskAsync("Lebkuchenlotse", times: 1);

        Network.Time.Advance(TimeSpan.FromDays(31));
        await Network.Get<SearchMissFeed>().ClearAsync(CancellationToken.None);
        Assert.Equal(["pfefferkuchenlotse"], await KeptAsync("kuchenlotse"));
        Network.Time.Advance(TimeSpan.FromDays(150));
        await Network.Get<SearchMissFeed>().ClearAsync(CancellationToken.None);

        Assert.Empty(await KeptAsync("kuchenlotse"));
    }

    [Fact]
    public async Task A_flood_is_not_kept_and_does_not_stop_what_is_known_from_being_counted()
    {
        await AskAsync("Quellwolkenschein", times: 1);
        await Network.ChangeAsync(async db =>
        {
            var room = SearchMissRules.Most - await db.SearchMisses.CountAsync();
            for (var i = 0; i < room; i++)
            {
                var miss = new SearchMiss(MissPlace.Search, $"füllsel {i}", Network.Time.Today());
                miss.Count(Network.Time.Today(), 1, false);
                db.Add(miss);
            }
        });

        await AskAsync("Quellwolkenschein", times: 2);
        await AskAsync("Nebelbankschein", times: 3);

        Assert.Equal(["quellwolkenschein"], await KeptAsync("kenschein"));
        Assert.Empty(await KeptAsync("nebelbank"));
        Assert.Equal((3, 1), Of(await PageAsync(), "quellwolkenschein"));
        await Network.ChangeAsync(async db => await db.SearchMisses.Where(m => m.Question.StartsWith("füllsel")).ExecuteDeleteAsync());
    }

    private async Task AskAsync(string text, int times, Viewer? viewer = null)
    {
        for (var i = 0; i < times; i++)
        {
            Network.Get<SearchMissNotes>().Take(viewer ?? Viewer.Public, new SearchRequest(text), new SearchResult(text, 0, 1, true, [], []));
        }

        await Network.Get<SearchMissFeed>().WriteAsync(CancellationToken.None);
    }

    private async Task<SearchMissPage> PageAsync(bool done = false, MissPlace place = MissPlace.Search) =>
        (await Network.AskAsync((SearchMissQuery q) => q.RunAsync(Viewers.Staff, place, done, 1)))!;

    private Task<Outcome<Guid>> ChangeAsync(Viewer viewer, SearchMissDone change) => Network.AskAsync((SearchMissChangeHandler h) => h.RunAsync(viewer, change));

    private async Task<List<string>> KeptAsync(string part)
    {
        await using var db = Network.Db();
        return await db.SearchMisses.Where(m => m.Question.Contains(part)).Select(m => m.Question).ToListAsync();
    }

    private static (int Times, int Days) Of(SearchMissPage page, string question) => page.Rows.Single(r => r.Question == question) is var row ? (row.Times, row.Days) : default;
}

/// <inheritdoc/>
public sealed class SqliteSearchMissTests(SqliteNetwork store) : SearchMissTests(store), IClassFixture<SqliteNetwork>;

/// <inheritdoc/>
public sealed class PostgresSearchMissTests(PostgresNetwork store) : SearchMissTests(store), IClassFixture<PostgresNetwork>;
