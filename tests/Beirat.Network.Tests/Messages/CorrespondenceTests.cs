using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Messages;
using Beirat.Network.People;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Messages;

/// <summary>Writing to each other, on both databases.</summary>
public abstract class CorrespondenceTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_visitor_writes_and_reads_the_answer_by_the_secret()
    {
        var (id, secret) = await Network.BeginAsync("Guten Tag · مرحبا");
        var link = ConversationKey.Behind(secret);

        Assert.IsType<Outcome<int>.Done>(await Network.GoOnAsync(Viewers.Member, ConversationKey.Of(id), "Gern"));
        Assert.IsType<Outcome<int>.Done>(await Network.GoOnAsync(Viewer.Public, link, "Danke"));

        var view = (await Network.ReadAsync(Viewer.Public, link))!;
        Assert.Equal(["Guten Tag · مرحبا", "Gern", "Danke"], view.Entries.Select(e => e.Text));
        Assert.Equal(["Bodo", "Aylin Demirtaş", "Bodo"], view.Entries.Select(e => e.Author));
        Assert.Equal((Side.Sender, ConversationState.Open), (view.Mine, view.State));
    }

    [Fact]
    public async Task Nobody_else_reads_writes_closes_or_deletes_it()
    {
        var (id, _) = await Network.BeginAsync("Nur für dich");
        var key = ConversationKey.Of(id);
        Viewer[] others = [Viewer.Public, Viewers.Deputy, Viewers.Staff, Viewers.Organization, Viewers.Of("tabea-wiesgrund", AccountRole.Administrator)];

        foreach (var other in others)
        {
            Assert.Null(await Network.ReadAsync(other, key));
            Assert.IsType<Outcome<int>.NotFound>(await Network.GoOnAsync(other, key, "Ich auch"));
            Assert.IsType<Outcome<Guid>.NotFound>(await Network.AskAsync((CloseConversationHandler h) => h.RunAsync(other, new CloseConversation(id, true))));
            Assert.IsType<Outcome<Guid>.NotFound>(await Network.AskAsync((DeleteConversationHandler h) => h.RunAsync(other, new DeleteConversation(id))));
            Assert.DoesNotContain((await Network.AskAsync((ConversationListQuery q) => q.RunAsync(other))).Items, c => c.Id == id);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("kurz")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_guessed_secret_opens_nothing(string secret)
    {
        await Network.BeginAsync("Geheim");

        Assert.Null(await Network.ReadAsync(Viewer.Public, ConversationKey.Behind(secret)));
        Assert.Null(await Network.ReadAsync(Viewers.Member, ConversationKey.Behind(secret)));
    }

    [Fact]
    public async Task Only_the_hash_of_a_secret_is_stored()
    {
        var (id, secret) = await Network.BeginAsync("Geheim");
        await using var db = Network.Db();

        var link = await db.ConversationLinks.SingleAsync(l => l.ConversationId == id);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret))), link.Hash);
    }

    [Fact]
    public async Task One_form_gives_one_conversation()
    {
        var (id, secret) = await Network.BeginAsync("Einmal");

        var again = Assert.IsType<Outcome<Guid>.Done>(await Network.WriteAsync(Viewer.Public, secret, "Einmal"));
        var other = Assert.IsType<Outcome<Guid>.Refused>(await Network.WriteAsync(Viewer.Public, secret, "Etwas anderes"));

        Assert.Equal((id, Refusal.AlreadySent), (again.Value, other.Reason));
    }

    [Fact]
    public async Task Two_clicks_at_once_give_one_conversation()
    {
        var secret = ConversationLink.NewSecret();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Network.WriteAsync(Viewer.Public, secret, "Doppelt")));

        Assert.Single(outcomes.Select(o => Assert.IsType<Outcome<Guid>.Done>(o).Value).Distinct());
    }

    [Fact]
    public async Task One_answer_form_gives_one_entry_also_when_both_write_at_once()
    {
        var (id, secret) = await Network.BeginAsync("Anfang");
        var entry = Guid.NewGuid();

        await Task.WhenAll(
            Network.GoOnAsync(Viewer.Public, ConversationKey.Behind(secret), "Noch etwas", entry),
            Network.GoOnAsync(Viewer.Public, ConversationKey.Behind(secret), "Noch etwas", entry),
            Network.GoOnAsync(Viewers.Member, ConversationKey.Of(id), "Antwort"));

        var view = (await Network.ReadAsync(Viewers.Member, ConversationKey.Of(id)))!;
        Assert.Equal([1, 2, 3], view.Entries.Select(e => e.Number));
        Assert.Single(view.Entries, e => e.Text == "Noch etwas");
    }

    [Fact]
    public async Task Unread_is_counted_for_each_side_until_it_was_seen()
    {
        var sender = await DeputysAccountAsync();
        var before = (Member: await Network.UnreadAsync(Viewers.Member), Sender: await Network.UnreadAsync(sender));
        var id = ((Outcome<Guid>.Done)await Network.WriteAsync(sender, ConversationLink.NewSecret(), "Hallo")).Value;
        var key = ConversationKey.Of(id);
        Assert.Equal(before.Member + 1, await Network.UnreadAsync(Viewers.Member));
        Assert.Equal(before.Sender, await Network.UnreadAsync(sender));

        var seen = (await Network.ReadAsync(Viewers.Member, key))!;
        await Network.AskAsync(async (ConversationQuery q) => { await q.ReadAsync(Viewers.Member, seen); return true; });
        Assert.Equal(before.Member, await Network.UnreadAsync(Viewers.Member));

        await Network.GoOnAsync(Viewers.Member, key, "Hallo zurück");
        Assert.Equal(before.Sender + 1, await Network.UnreadAsync(sender));
        var card = (await Network.AskAsync((ConversationListQuery q) => q.RunAsync(sender))).Items.Single(c => c.Id == id);
        Assert.Equal(("Aylin Demirtaş", true, "Hallo zurück"), (card.Other, card.Unread, card.LastText));
    }

    [Fact]
    public async Task Somebody_of_the_portal_writes_under_their_own_name_and_leaves_no_address()
    {
        var sender = await DeputysAccountAsync();

        var outcome = await Network.WriteAsync(sender, ConversationLink.NewSecret(), "Hallo", "anders@verein.example", "Falscher Name");

        await using var db = Network.Db();
        var conversation = await db.Conversations.SingleAsync(c => c.Id == ((Outcome<Guid>.Done)outcome).Value);
        Assert.Equal(("Murat Kocabaş", null), (conversation.SenderName, conversation.SenderMail));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_for_both()
    {
        var (id, secret) = await Network.BeginAsync("Weg damit");

        Assert.IsType<Outcome<Guid>.Done>(await Network.AskAsync((DeleteConversationHandler h) => h.RunAsync(Viewers.Member, new DeleteConversation(id))));

        Assert.Null(await Network.ReadAsync(Viewer.Public, ConversationKey.Behind(secret)));
        await using var db = Network.Db();
        Assert.False(await db.ConversationEntries.AnyAsync(e => e.ConversationId == id));
        Assert.False(await db.ConversationLinks.AnyAsync(l => l.ConversationId == id));
    }

    [Fact]
    public async Task Erasing_a_person_erases_what_was_written_to_them()
    {
        var id = Guid.CreateVersion7();
        await Network.ChangeAsync(async db =>
        {
            db.People.Add(new Person(id, $"probe-{id:N}", "Probe", "Person"));
            db.Conversations.Add(new Conversation(new Recipient(id, new NamedLink("p", "P"), null, null), new Sender("Bodo", null, null, "de"), Network.Time.GetUtcNow()));
            await Task.CompletedTask;
        });

        await using var db = Network.Db();
        await db.People.Where(p => p.Id == id).ExecuteDeleteAsync();

        Assert.False(await db.Conversations.AnyAsync(c => c.ToPersonId == id));
    }

    [Fact]
    public async Task Pages_go_by_key()
    {
        var last = Guid.Empty;
        for (var i = 0; i <= ConversationListQuery.PageSize; i++)
        {
            Network.Time.Advance(TimeSpan.FromHours(1));
            last = (await Network.BeginAsync($"Nummer {i}", person: "murat-kocabas")).Id;
        }

        var first = await Network.AskAsync((ConversationListQuery q) => q.RunAsync(Viewers.Deputy));
        var second = await Network.AskAsync((ConversationListQuery q) => q.RunAsync(Viewers.Deputy, Guid.Parse(first.Next!)));

        Assert.Equal((ConversationListQuery.PageSize, last), (first.Items.Count, first.Items[0].Id));
        Assert.NotEmpty(second.Items);
        Assert.Empty(first.Items.Select(c => c.Id).Intersect(second.Items.Select(c => c.Id)));
    }

    [Fact]
    public async Task A_long_conversation_is_shown_in_parts()
    {
        var (id, _) = await Network.BeginAsync("Anfang");
        for (var i = 0; i < ConversationQuery.PageSize; i++) await Network.GoOnAsync(Viewers.Member, ConversationKey.Of(id), $"Nummer {i}");

        var newest = (await Network.ReadAsync(Viewers.Member, ConversationKey.Of(id)))!;
        var earlier = (await Network.ReadAsync(Viewers.Member, ConversationKey.Of(id), newest.Before))!;

        Assert.Equal((ConversationQuery.PageSize, 2), (newest.Entries.Count, newest.Before));
        Assert.Equal(("Anfang", null), (Assert.Single(earlier.Entries).Text, earlier.Before));
    }

    private async Task<Viewer> DeputysAccountAsync()
    {
        await using var db = Network.Db();
        var account = await db.Users.SingleAsync(a => a.Email == Testing.Cast.Deputy);
        return new Viewer(account.Id, account.PersonId, [AccountRole.Deputy]);
    }
}

public sealed class CorrespondenceOnSqlite(SqliteNetwork store) : CorrespondenceTests(store), IClassFixture<SqliteNetwork>;

public sealed class CorrespondenceOnPostgres(PostgresNetwork store) : CorrespondenceTests(store), IClassFixture<PostgresNetwork>;
