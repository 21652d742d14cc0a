using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Handovers;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Handovers;

/// <summary>What somebody leaves behind is listed, passed on and ticked off; one question only they answer.</summary>
public abstract class HandoverTests(Store store)
{
    [Fact]
    public async Task The_end_of_a_mandate_lists_open_work_that_is_passed_on_and_ticked_off()
    {
        var (handover, person) = (await OpenAsync(4), SeedIds.Of("person", "aylin-demirtas"));
        var view = await ViewAsync(handover);
        var articles = view.Items.Where(i => i.Kind == HandoverItemKind.Article).Select(i => i.Id).ToList();
        var rest = view.Items.Where(i => i.Kind != HandoverItemKind.Article).Select(i => (i.Kind, i.Id)).ToList();
        Assert.NotEmpty(articles);
        Assert.Contains(rest, i => i.Kind == HandoverItemKind.Role);
        Assert.Contains(rest, i => i.Kind == HandoverItemKind.Request);
        Assert.Equal(0, view.Done);

        var to = SeedIds.Of("person", "murat-kocabas");
        Assert.IsType<Outcome<Guid>.Invalid>(await WorkAsync(w => w.PassArticlesAsync(Viewers.Staff, handover, person)));
        Assert.IsType<Outcome<Guid>.Done>(await WorkAsync(w => w.PassArticlesAsync(Viewers.Staff, handover, to)));
        Assert.IsType<Outcome<Guid>.Done>(await WorkAsync(w => w.TickAsync(Viewers.Staff, handover, rest, [])));

        view = await ViewAsync(handover);
        Assert.Equal(articles.Order(), view.Items.Where(i => i is { Kind: HandoverItemKind.Article, Done: true }).Select(i => i.Id).Order());
        Assert.Equal(view.Total - 1, view.Done);
        await using var db = store.Demo().Db();
        Assert.Equal(articles.Count, await db.Articles.CountAsync(a => a.CaretakerId == to));
        Assert.True(await db.Articles.Where(a => articles.Contains(a.Id)).AllAsync(a => a.AuthorId == person));
        Assert.IsType<Outcome<Guid>.Done>(await WorkAsync(w => w.TickAsync(Viewers.Staff, handover, [], [rest[0]])));
        Assert.Equal(view.Done - 1, (await ViewAsync(handover)).Done);
        Assert.IsType<Outcome<Guid>.Done>(await WorkAsync(w => w.CloseAsync(Viewers.Staff, handover)));
        Assert.IsType<Outcome<Guid>.Refused>(await WorkAsync(w => w.TickAsync(Viewers.Staff, handover, rest, [])));
    }

    [Fact]
    public async Task Whether_they_stay_findable_only_the_person_says()
    {
        var handover = await OpenAsync(8);
        var person = Viewers.Of("linh-nguyen");

        foreach (var other in new[] { Viewers.Staff, Viewers.Member, Viewer.Public })
            Assert.IsType<Outcome<Guid>.NotFound>(await WorkAsync(w => w.AnswerAsync(other, handover, true)));
        Assert.Null(await store.Demo().AskAsync((HandoverQuery q) => q.OwnAsync(Viewers.Staff)));
        Assert.Null((await store.Demo().AskAsync((HandoverQuery q) => q.OwnAsync(person)))!.StaysFindable);
        Assert.IsType<Outcome<Guid>.Done>(await WorkAsync(w => w.AnswerAsync(person, handover, false)));

        var view = await ViewAsync(handover);
        Assert.Equal((false, store.Demo().Time.GetUtcNow()), (view.StaysFindable!.Value, view.AnsweredAt!.Value));
    }

    [Fact]
    public async Task For_everybody_but_the_office_there_are_no_handovers()
    {
        var handover = await OpenAsync(9);

        foreach (var viewer in new[] { Viewer.Public, Viewers.Member, Viewers.Deputy, Viewers.Organization, Viewers.Office })
        {
            Assert.Empty((await store.Demo().AskAsync((HandoverQuery q) => q.RunAsync(viewer))).Items);
            Assert.Null(await store.Demo().AskAsync((HandoverQuery q) => q.OneAsync(viewer, handover)));
            Assert.IsType<Outcome<Guid>.NotFound>(await WorkAsync(w => w.CloseAsync(viewer, handover)));
            Assert.IsType<Outcome<Guid>.NotFound>(await WorkAsync(w => w.PassArticlesAsync(viewer, handover, SeedIds.Of("person", "murat-kocabas"))));
        }
    }

    private async Task<Guid> OpenAsync(int number)
    {
        var seat = (await store.Demo().AskAsync((StaffSeatQuery q) => q.OneAsync(Viewers.Staff, number)))!;
        var end = new EndMandate(number, seat.Version, seat.Now(0)!.Assignment, new DateOnly(2026, 12, 31));
        var change = Assert.IsType<Outcome<Guid>.Done>(await store.Demo().AskAsync((EndMandateHandler h) => h.RunAsync(Viewers.Staff, end))).Value;
        await using var db = store.Demo().Db();
        var opened = await db.Handovers.Where(h => h.ChangeId == change).Select(h => h.Id).SingleAsync();
        Assert.Equal(opened, (await store.Demo().AskAsync((ChangeQuery q) => q.OneAsync(Viewers.Staff, change)))!.Value.Change.HandoverId);
        return opened;
    }

    private async Task<HandoverView> ViewAsync(Guid id) => (await store.Demo().AskAsync((HandoverQuery q) => q.OneAsync(Viewers.Staff, id)))!;

    private Task<Outcome<Guid>> WorkAsync(Func<HandoverWork, Task<Outcome<Guid>>> work) => store.Demo().AskAsync(work);
}

public sealed class HandoversOnSqlite(SqliteNetwork store) : HandoverTests(store), IClassFixture<SqliteNetwork>;

public sealed class HandoversOnPostgres(PostgresNetwork store) : HandoverTests(store), IClassFixture<PostgresNetwork>;
