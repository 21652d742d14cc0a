using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Outbox;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

public abstract class PostReplyTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_post_gets_the_next_number_and_is_noted_for_the_readers_in_the_same_save()
    {
        var thread = await ThreadAsync(Audience.Members);

        var receipt = await DoneAsync(Viewers.Member, Reply(thread, "Guten Tag"));

        await using var db = Network.Db();
        Assert.Equal((1, false), (receipt.Sequence, receipt.Repeated));
        Assert.Equal(1, await db.Discussions.Where(d => d.Id == thread).Select(d => d.LastSequence).SingleAsync());
        Assert.True(await db.Outbox.AnyAsync(e => e.Kind == SubjectKind.Post && e.SubjectId == receipt.Id));
        Assert.True(await db.Outbox.AnyAsync(e => e.Kind == SubjectKind.Discussion && e.SubjectId == thread));
    }

    [Fact]
    public async Task The_same_key_twice_is_one_post()
    {
        var thread = await ThreadAsync(Audience.Members);
        var reply = Reply(thread, "Guten Tag");

        var first = await DoneAsync(Viewers.Member, reply);
        var second = await DoneAsync(Viewers.Member, reply with { Text = reply.Text with { Text = "etwas anderes" } });

        Assert.Equal(first with { Repeated = true }, second);
        Assert.Equal(["Guten Tag"], await TextsAsync(thread));
    }

    [Fact]
    public async Task The_same_key_ten_times_at_once_is_one_post()
    {
        var thread = await ThreadAsync(Audience.Members);
        var reply = Reply(thread, "Guten Tag");
        var other = store.Node();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => DoneAsync(Viewers.Member, reply, i % 2 == 0 ? Network : other)));

        Assert.Single(receipts.Select(r => (r.Id, r.Sequence)).Distinct());
        Assert.Single(receipts, r => !r.Repeated);
        Assert.Single(await TextsAsync(thread));
    }

    [Fact]
    public async Task A_key_belongs_to_the_account_that_made_it()
    {
        var thread = await ThreadAsync(Audience.Members);
        var reply = Reply(thread, "Guten Tag");

        await DoneAsync(Viewers.Member, reply);
        var second = await DoneAsync(Viewers.Deputy, reply);

        Assert.Equal((2, false), (second.Sequence, second.Repeated));
    }

    [Fact]
    public async Task A_key_is_not_used_again_elsewhere()
    {
        var reply = Reply(await ThreadAsync(Audience.Members), "Guten Tag");
        await DoneAsync(Viewers.Member, reply);
        var elsewhere = await ThreadAsync(Audience.Members);

        var outcome = await RunAsync(Viewers.Member, reply with { DiscussionId = elsewhere });

        Assert.Equal(Refusal.KeyUsedElsewhere, Assert.IsType<Outcome<PostReceipt>.Invalid>(outcome).Fields["key"]);
        Assert.Empty(await TextsAsync(elsewhere));
    }

    [Fact]
    public async Task A_closed_thread_still_answers_for_a_post_that_it_took_before()
    {
        var thread = await ThreadAsync(Audience.Members);
        var reply = Reply(thread, "Guten Tag");
        await DoneAsync(Viewers.Member, reply);
        await Network.ChangeAsync(async db => (await db.Discussions.SingleAsync(d => d.Id == thread)).Close(Network.Time.GetUtcNow()));

        Assert.True((await DoneAsync(Viewers.Member, reply)).Repeated);
        var refused = Assert.IsType<Outcome<PostReceipt>.Refused>(await RunAsync(Viewers.Member, Reply(thread, "Noch etwas")));
        Assert.Equal(Refusal.DiscussionClosed, refused.Reason);
    }

    [Fact]
    public async Task Not_allowed_reads_as_not_found()
    {
        var thread = await ThreadAsync(Audience.Staff);

        Assert.IsType<Outcome<PostReceipt>.NotFound>(await RunAsync(Viewers.Member, Reply(thread, "Guten Tag")));
        Assert.IsType<Outcome<PostReceipt>.NotFound>(await RunAsync(Viewers.Member, Reply(Guid.CreateVersion7(), "Guten Tag")));
        Assert.IsType<Outcome<PostReceipt>.Refused>(await RunAsync(Viewer.Public, Reply(thread, "Guten Tag")));
        Assert.Empty(await TextsAsync(thread));
    }

    [Theory]
    [InlineData(" \n\u202E\u0000 ", "de", "private", "text", Refusal.Empty)]
    [InlineData("kaputt \uD83D", "de", "private", "text", Refusal.UnreadableText)]
    [InlineData("Guten Tag", "tlh", "private", "language", Refusal.UnknownLanguage)]
    [InlineData("Guten Tag", "de", "member-5", "capacity", Refusal.CapacityNotHeld)]
    [InlineData("Guten Tag", "de", "", "capacity", Refusal.CapacityNotHeld)]
    public async Task What_must_be_corrected_is_said_by_field(string text, string language, string capacity, string field, Refusal reason)
    {
        var reply = new PostReply(await ThreadAsync(Audience.Members), new PostText(text, language, Guid.CreateVersion7()), capacity);

        var invalid = Assert.IsType<Outcome<PostReceipt>.Invalid>(await RunAsync(Viewers.Member, reply));

        Assert.Equal(reason, Assert.Single(invalid.Fields, f => f.Key == field).Value);
    }

    [Fact]
    public async Task The_longest_text_is_taken_and_one_letter_more_is_not()
    {
        var thread = await ThreadAsync(Audience.Members);

        await DoneAsync(Viewers.Member, Reply(thread, new string('ü', Post.MaxTextLength)));
        var invalid = Assert.IsType<Outcome<PostReceipt>.Invalid>(await RunAsync(Viewers.Member, Reply(thread, new string('ü', Post.MaxTextLength + 1))));

        Assert.Equal(Refusal.TooLong, invalid.Fields["text"]);
    }

    [Fact]
    public async Task Thirty_writers_at_once_through_two_processes_leave_no_gap()
    {
        var thread = await ThreadAsync(Audience.Members);
        var other = store.Node();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 30).Select(i =>
            DoneAsync(new Viewer(Guid.CreateVersion7(), null, [Beirat.Network.Accounts.AccountRole.ExpertMember]), Reply(thread, $"Beitrag {i}"), i % 2 == 0 ? Network : other)));

        Assert.Equal(Enumerable.Range(1, 30).Select(i => (long)i), receipts.Select(r => r.Sequence).Order());
        await using var db = Network.Db();
        Assert.Equal(30, await db.Discussions.Where(d => d.Id == thread).Select(d => d.LastSequence).SingleAsync());
        Assert.Equal(30, (await TextsAsync(thread)).Distinct().Count());
    }

    private async Task<Guid> ThreadAsync(Audience audience)
    {
        var thread = new Discussion(Guid.CreateVersion7(), "Probe", "Worum es geht", "de", audience, Network.Time.GetUtcNow());
        await Network.ChangeAsync(db => db.Discussions.AddAsync(thread).AsTask());
        return thread.Id;
    }

    private async Task<List<string>> TextsAsync(Guid thread)
    {
        await using var db = Network.Db();
        return await db.Posts.Where(p => p.DiscussionId == thread).OrderBy(p => p.Sequence).Select(p => p.Text).ToListAsync();
    }

    private static PostReply Reply(Guid thread, string text) => new(thread, new PostText(text, "de", Guid.CreateVersion7()));

    private Task<Outcome<PostReceipt>> RunAsync(Viewer viewer, PostReply reply, NetworkHost? node = null) =>
        (node ?? Network).AskAsync((PostReplyHandler handler) => handler.RunAsync(viewer, reply));

    private async Task<PostReceipt> DoneAsync(Viewer viewer, PostReply reply, NetworkHost? node = null) =>
        Assert.IsType<Outcome<PostReceipt>.Done>(await RunAsync(viewer, reply, node)).Value;
}

public sealed class PostReplyOnSqlite(SqliteNetwork store) : PostReplyTests(store), IClassFixture<SqliteNetwork>;

public sealed class PostReplyOnPostgres(PostgresNetwork store) : PostReplyTests(store), IClassFixture<PostgresNetwork>;
