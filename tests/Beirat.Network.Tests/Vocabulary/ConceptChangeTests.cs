using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Beirat.Network.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Vocabulary;

/// <summary>A concept that staff changes counts from the next search on, on every store.</summary>
public abstract class ConceptChangeTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_new_name_is_recognised_at_the_next_search()
    {
        Assert.DoesNotContain(await UsedAsync("Zwutschkerlamt"), c => c.Id == "jobcenter");

        var view = await ViewAsync("jobcenter");
        var saved = await ChangeAsync(new ConceptChange("jobcenter", view!.Version, With(view.Draft, "de", "\nZwutschkerlamt")));

        Assert.IsType<Outcome<string>.Done>(saved);
        Assert.Contains(await UsedAsync("Zwutschkerlamt"), c => c.Id == "jobcenter");
    }

    [Fact]
    public async Task A_new_concept_is_recognised_and_another_of_its_name_is_refused()
    {
        var draft = new ConceptDraft(
            new Dictionary<string, string> { ["de"] = "Krimskramsrat; Krimskramsbeirat", ["tr"] = "ıvırzıvır kurulu" },
            new Dictionary<string, string> { ["de"] = "Ein Rat für allerlei." }, "Jobcenter", "wohnen");

        var made = Assert.IsType<Outcome<string>.Done>(await ChangeAsync(new ConceptChange(null, 0, draft)));

        Assert.Equal("krimskramsrat", made.Value);
        Assert.Contains(await UsedAsync("ıvırzıvır kurulu"), c => c.Id == "krimskramsrat");
        Assert.Equal("jobcenter", (await ViewAsync("krimskramsrat"))!.Draft.Broader);
        Assert.Equal(Refusal.ConceptTaken, Fault(await ChangeAsync(new ConceptChange(null, 0, draft)), "names-de"));
    }

    [Fact]
    public async Task A_removed_concept_is_recognised_no_more_and_comes_back_as_it_was_shipped()
    {
        const string Id = "kindergeld";
        Assert.Contains(await UsedAsync("Kindergeld"), c => c.Id == Id);

        await Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(Viewers.Staff, new ConceptRemoval(Id, 0)));
        Assert.DoesNotContain(await UsedAsync("Kindergeld"), c => c.Id == Id);
        Assert.Contains((await Network.AskAsync((ConceptStaffQuery q) => q.RunAsync(Viewers.Staff, "Kindergeld"))).Rows, r => r is { Id: Id, State: ConceptState.Removed });

        await Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(Viewers.Staff, new ConceptReturn(Id, 1)));
        Assert.Contains(await UsedAsync("Kindergeld"), c => c.Id == Id);
        Assert.Equal((2, ConceptState.Shipped), ((await ViewAsync(Id))!.Version, (await ViewAsync(Id))!.State));
    }

    [Fact]
    public async Task Who_read_an_older_version_is_told_so_also_after_a_return()
    {
        const string Id = "wohngeld";
        var draft = (await ViewAsync(Id))!.Draft;
        Assert.IsType<Outcome<string>.Done>(await ChangeAsync(new ConceptChange(Id, 0, With(draft, "de", "\nMietezuschlag"))));

        Assert.Equal(1, Assert.IsType<Outcome<string>.Stale>(await ChangeAsync(new ConceptChange(Id, 0, draft))).Version);
        await Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(Viewers.Staff, new ConceptReturn(Id, 1)));
        Assert.IsType<Outcome<string>.Stale>(await ChangeAsync(new ConceptChange(Id, 1, draft)));
    }

    [Fact]
    public async Task A_draft_is_checked_field_by_field()
    {
        var view = (await ViewAsync("asyl"))!;
        var below = (await Network.Get<ConceptDirectory>().SchemeAsync(CancellationToken.None)) is var scheme ? scheme.Narrower(scheme.ById["asyl"])[0].Id : "";

        var outcome = await ChangeAsync(new ConceptChange("asyl", view.Version, new ConceptDraft(
            new Dictionary<string, string> { ["de"] = " ", ["en"] = "asylum\nAsylum", ["tr"] = new string('x', 101), ["ar"] = "\uFFFD" },
            new Dictionary<string, string> { ["de"] = new string('x', 501) }, below, "gibt-es-nicht")));

        Assert.Equal(
            [
                ("broader", Refusal.ConceptCircle), ("definition-de", Refusal.TooLong), ("names-ar", Refusal.UnreadableText), ("names-de", Refusal.Empty),
                ("names-en", Refusal.NameTwice), ("names-tr", Refusal.TooLong), ("related", Refusal.UnknownConcept),
            ],
            Assert.IsType<Outcome<string>.Invalid>(outcome).Fields.Select(f => (f.Key, f.Value)).OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.Equal(Refusal.OwnConcept, Fault(await ChangeAsync(new ConceptChange("asyl", 0, view.Draft with { Related = "asyl" })), "related"));
    }

    [Fact]
    public async Task For_everybody_but_staff_there_is_nothing_to_change()
    {
        var draft = (await ViewAsync("asyl"))!.Draft;

        foreach (var viewer in new[] { Viewer.Public, Viewers.Member, Viewers.Office, Viewers.Organization })
        {
            Assert.IsType<Outcome<string>.NotFound>(await Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(viewer, new ConceptChange("asyl", 0, draft))));
            Assert.IsType<Outcome<string>.NotFound>(await Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(viewer, new ConceptRemoval("asyl", 0))));
            Assert.Null(await Network.AskAsync((ConceptStaffQuery q) => q.OneAsync(viewer, "asyl")));
            Assert.Empty((await Network.AskAsync((ConceptStaffQuery q) => q.RunAsync(viewer, "asyl"))).Rows);
        }
    }

    [Fact]
    public async Task Another_process_knows_of_a_change_once_it_hears_of_it()
    {
        var other = store.Node();
        var view = (await ViewAsync("briefwahl"))!;
        await ChangeAsync(new ConceptChange("briefwahl", view.Version, With(view.Draft, "de", "\nRappelpost")));
        await using var db = Network.Db();
        var edit = await db.ConceptEdits.SingleAsync(e => e.ConceptId == "briefwahl");
        var told = await db.Outbox.Where(e => e.SubjectId == edit.Id).Select(e => new Subject(e.Kind, e.SubjectId)).ToListAsync();
        Assert.Contains(await UsedAsync(other, "Rappelpost"), c => c.Id == "briefwahl");

        await Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(Viewers.Staff, new ConceptReturn("briefwahl", 1)));
        Assert.Contains(await UsedAsync(other, "Rappelpost"), c => c.Id == "briefwahl");
        foreach (var listener in other.All<IChangeListener>()) await listener.ChangedAsync(told, CancellationToken.None);

        Assert.DoesNotContain(await UsedAsync(other, "Rappelpost"), c => c.Id == "briefwahl");
    }

    [Fact]
    public async Task Who_changed_a_concept_is_told_to_staff()
    {
        var view = (await ViewAsync("bafoeg"))!;
        await ChangeAsync(new ConceptChange("bafoeg", view.Version, view.Draft));

        Assert.Equal("Tabea Wiesgrund", (await ViewAsync("bafoeg"))!.By);
        await using var db = Network.Db();
        Assert.Equal(Network.Time.GetUtcNow(), (await db.ConceptEdits.SingleAsync(e => e.ConceptId == "bafoeg")).At);
    }

    private static ConceptDraft With(ConceptDraft draft, string language, string more) =>
        draft with { Names = new Dictionary<string, string>(draft.Names) { [language] = draft.Names[language] + more } };

    private static Refusal Fault(Outcome<string> outcome, string field) => Assert.IsType<Outcome<string>.Invalid>(outcome).Fields[field];

    private Task<Outcome<string>> ChangeAsync(ConceptChange change) => Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(Viewers.Staff, change));

    private Task<ConceptStaffView?> ViewAsync(string id) => Network.AskAsync((ConceptStaffQuery q) => q.OneAsync(Viewers.Staff, id));

    private Task<IReadOnlyList<UsedConcept>> UsedAsync(string text) => UsedAsync(Network, text);

    private static async Task<IReadOnlyList<UsedConcept>> UsedAsync(NetworkHost network, string text) =>
        (await network.AskAsync((SearchQuery q) => q.RunAsync(Viewer.Public, new SearchRequest(text)))).Concepts;
}

/// <inheritdoc/>
public sealed class SqliteConceptChangeTests(SqliteNetwork store) : ConceptChangeTests(store), IClassFixture<SqliteNetwork>;

/// <inheritdoc/>
public sealed class PostgresConceptChangeTests(PostgresNetwork store) : ConceptChangeTests(store), IClassFixture<PostgresNetwork>;
