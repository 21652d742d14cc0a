using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.SavedSearches;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>Kept searches: what is new is counted once, for nobody but their owner, and only what the owner may see.</summary>
public sealed class SavedSearchTests : SeededCouncil
{
    private readonly string _word = $"Suchwort{Guid.NewGuid():N}"[..20];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ReopenAsync(Messages.Correspondence.UseMail);
        await Network.StartAsync();
    }

    [Fact]
    public async Task New_hits_are_counted_once_and_only_those_that_the_owner_may_see()
    {
        var owner = await OwnerAsync("layla-haddad");
        var id = await SaveAsync(owner);
        Assert.Equal(0, await NewAsync(owner, id));

        await WriteAsync(Audience.Public);
        await WriteAsync(Audience.Organizations);
        await WriteAsync(Audience.Members);
        await WriteAsync(Audience.Staff);
        await CheckAsync(owner, id);
        Assert.Equal(2, await NewAsync(owner, id));

        await CheckAsync(owner, id);
        Assert.Equal(2, await NewAsync(owner, id));
        await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.SeeAsync(owner, id));
        Assert.Equal(0, await NewAsync(owner, id));
        await WriteAsync(Audience.Public);
        await CheckAsync(owner, id);
        Assert.Equal(1, await NewAsync(owner, id));
    }

    [Fact]
    public async Task A_changed_text_is_a_new_hit_and_filters_count()
    {
        var owner = await OwnerAsync("aylin-demirtas");
        var slug = await WriteAsync(Audience.Public);
        var all = await SaveAsync(owner);
        var events = await SaveAsync(owner, new SearchRequest(_word, SubjectKind.Event));

        await Network.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Slug == slug)).Revise(
            new ArticleText($"Neu: {_word}", "Ein neuer Text.", "de", Audience.Public), Network.Time.GetUtcNow()));
        await Network.IndexedAsync();
        await CheckAsync(owner, all);
        await CheckAsync(owner, events);

        Assert.Equal((1, 0), (await NewAsync(owner, all), await NewAsync(owner, events)));
    }

    [Fact]
    public async Task Each_is_looked_through_once_a_day_unless_it_rests_and_mail_tells_only_those_who_want_it()
    {
        var owner = await OwnerAsync("aylin-demirtas");
        var (told, quiet, resting) = (await SaveAsync(owner), await SaveAsync(owner, new SearchRequest(_word, SubjectKind.Article)), await SaveAsync(owner, new SearchRequest(_word, null, "de")));
        await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.RunAsync(owner, new SavedSearchChange(told, 0, "Mein Wort", true)));
        await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.PauseAsync(owner, resting, paused: true));
        await WriteAsync(Audience.Public);
        var calendar = Network.Get<SavedSearchCalendar>();

        await calendar.RunAsync();
        Assert.Equal(0, await NewAsync(owner, told));
        Network.Time.Advance(TimeSpan.FromHours(25));
        await calendar.RunAsync();
        await calendar.RunAsync();

        Assert.Equal((1, 1, 0), (await NewAsync(owner, told), await NewAsync(owner, quiet), await NewAsync(owner, resting)));
        await using var db = Network.Db();
        var mail = Assert.Single(await db.OutgoingMails.Where(m => m.Subject == nameof(SearchesFound)).ToListAsync());
        Assert.Equal(Testing.Cast.Member, mail.To);
        await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.PauseAsync(owner, resting, paused: false));
        await CheckAsync(owner, resting);
        Assert.Equal(0, await NewAsync(owner, resting));
    }

    [Fact]
    public async Task A_role_that_ended_ends_what_is_found_by_it()
    {
        var owner = await OwnerAsync("aylin-demirtas");
        var id = await SaveAsync(owner);
        await WriteAsync(Audience.Members);
        await Network.ChangeAsync(async db =>
        {
            foreach (var place in await db.SeatAssignments.Where(a => a.PersonId == owner.PersonId).ToListAsync()) place.EndWith(Network.Time.Today());
        });
        Network.Time.Advance(TimeSpan.FromHours(25));

        await Network.Get<SavedSearchCalendar>().RunAsync();

        Assert.Equal(0, await NewAsync(owner, id));
    }

    [Fact]
    public async Task Somebody_elses_search_is_none_and_a_search_is_kept_once_and_fifty_are_enough()
    {
        var owner = await OwnerAsync("aylin-demirtas");
        var other = await OwnerAsync("layla-haddad");
        var id = await SaveAsync(owner);

        Assert.Equal(id, await SaveAsync(owner));
        foreach (var viewer in new[] { other, Viewer.Public, new Viewer(null, owner.PersonId, [AccountRole.Administrator]) })
        {
            Assert.Null(await Network.AskAsync<SavedSearchQuery, SavedSearchView?>(q => q.OneAsync(viewer, id)));
            Assert.IsType<Outcome<Guid>.NotFound>(await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.RemoveAsync(viewer, id)));
            Assert.IsType<Outcome<Guid>.NotFound>(await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.CheckAsync(viewer, id)));
            Assert.IsType<Outcome<Guid>.NotFound>(await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.RunAsync(viewer, new SavedSearchChange(id, 0, "Meins", false))));
        }

        for (var i = 1; i < SavedSearch.Most; i++) await SaveAsync(owner, new SearchRequest($"{_word} {i}"));
        var full = await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.SaveAsync(owner, new SearchRequest("Eine mehr")));
        Assert.Equal(Refusal.TooMany, Assert.IsType<Outcome<Guid>.Refused>(full).Reason);
        Assert.IsType<Outcome<Guid>.Refused>(await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.SaveAsync(Viewer.Public, new SearchRequest("Wohnung"))));
    }

    [Theory]
    [InlineData("", Refusal.Empty)]
    [InlineData(" \u202E ", Refusal.Empty)]
    [InlineData("a\uD800", Refusal.UnreadableText)]
    public async Task A_name_must_be_a_name(string name, Refusal reason)
    {
        var owner = await OwnerAsync("aylin-demirtas");
        var id = await SaveAsync(owner);

        var outcome = await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.RunAsync(owner, new SavedSearchChange(id, 0, name, false)));

        Assert.Equal(reason, Assert.IsType<Outcome<Guid>.Invalid>(outcome).Fields["name"]);
        Assert.IsType<Outcome<Guid>.Stale>(await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.RunAsync(owner, new SavedSearchChange(id, 7, "Gut", false))));
    }

    private async Task<Viewer> OwnerAsync(string person)
    {
        await using var db = Network.Db();
        var account = await db.Users.SingleAsync(a => a.PersonId == SeedIds.Of("person", person));
        var who = await Network.AskAsync<SignedInQuery, SignedIn?>(q => q.ByAccountAsync(account.Id));
        return new Viewer(account.Id, account.PersonId, who!.Roles);
    }

    private async Task<Guid> SaveAsync(Viewer owner, SearchRequest? request = null) => Assert.IsType<Outcome<Guid>.Done>(
        await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.SaveAsync(owner, request ?? new SearchRequest(_word)))).Value;

    private async Task<string> WriteAsync(Audience audience)
    {
        var id = Guid.CreateVersion7();
        await Network.ChangeAsync(db =>
        {
            db.Articles.Add(new Article(id, $"text-{id:N}", new ArticleText($"Über {_word}", "Ein Text.", "de", audience), Network.Time.GetUtcNow()));
            return Task.CompletedTask;
        });
        await Network.IndexedAsync();
        return $"text-{id:N}";
    }

    // The position of the index is known once it has put down what it read.
    private async Task CheckAsync(Viewer owner, Guid id)
    {
        await using var db = Network.Db();
        var newest = await db.Outbox.MaxAsync(e => e.Id);
        await Eventually.TrueAsync(() => Task.FromResult(Network.Get<SearchIndex>().Current!.Cursor >= newest));
        Assert.IsType<Outcome<Guid>.Done>(await Network.AskAsync<SavedSearchHandler, Outcome<Guid>>(h => h.CheckAsync(owner, id)));
    }

    private async Task<int> NewAsync(Viewer owner, Guid id) => (await Network.AskAsync<SavedSearchQuery, SavedSearchView?>(q => q.OneAsync(owner, id)))!.NewHits;
}
