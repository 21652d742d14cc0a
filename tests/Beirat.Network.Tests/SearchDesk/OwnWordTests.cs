using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Search.Analysis;
using Beirat.Network.SearchDesk;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.SearchDesk;

/// <summary>Words that staff wants to be read in its own way.</summary>
public sealed class OwnWordTests(RunningCouncil council) : IClassFixture<RunningCouncil>
{
    [Fact]
    public async Task A_word_of_staff_is_split_as_it_says_in_texts_and_questions_and_left_alone_when_it_says_so()
    {
        await council.Network.ChangeAsync(async db =>
        {
            await Task.Yield();
            foreach (var (slug, text) in new[] { ("brumpelfest", "Wir feiern das Brumpelzwackfest am Fluss."), ("tagesordnung", "Die Schulhofordnung hängt am Tor.") })
                db.Add(new Article(Guid.CreateVersion7(), slug, new ArticleText(slug, text, "de", Audience.Public), council.Network.Time.GetUtcNow()));
        });
        await council.Network.IndexedAsync();
        Assert.DoesNotContain(await KeysAsync("Zwack"), k => k == "brumpelfest");
        Assert.Contains(await KeysAsync("Schulhof"), k => k == "tagesordnung");

        var split = await SavedAsync("Brumpelzwackfest", "Brumpel + Zwack + Fest");
        await SavedAsync("Schulhofordnung", "");
        await AppliedAsync();

        Assert.Contains(await KeysAsync("Zwack"), k => k == "brumpelfest");
        Assert.Contains(await KeysAsync("Zwack Fest"), k => k == "brumpelfest");
        Assert.DoesNotContain(await KeysAsync("Schulhof"), k => k == "tagesordnung");
        Assert.Contains(await KeysAsync("Schulhofordnung"), k => k == "tagesordnung");
        Assert.IsType<Outcome<Guid>.Done>(await council.Network.AskAsync((OwnWordChangeHandler h) => h.RunAsync(Viewers.Staff, new OwnWordRemoval(split))));
        await AppliedAsync();
        Assert.DoesNotContain(await KeysAsync("Zwack"), k => k == "brumpelfest");
    }

    [Fact]
    public async Task The_preview_shows_how_a_word_is_read_now_and_how_it_will_be()
    {
        var preview = await council.Network.AskAsync((OwnWordQuery q) => q.PreviewAsync(Viewers.Staff, new OwnWordDraft("Brezelstraßenfest", "Brezelstraße Fest")));
        var whole = await council.Network.AskAsync((OwnWordQuery q) => q.PreviewAsync(Viewers.Staff, new OwnWordDraft("Elternabend", "")));

        Assert.Equal(["brezelstrassen", "fest"], preview!.Then);
        Assert.NotEqual(preview.Now, preview.Then);
        Assert.Equal((2, 0), (whole!.Now.Count, whole.Then.Count));
        Assert.Null(await council.Network.AskAsync((OwnWordQuery q) => q.PreviewAsync(Viewers.Member, new OwnWordDraft("Elternabend", ""))));
    }

    [Theory]
    [InlineData("", "", "word", Refusal.Empty)]
    [InlineData("zwei Wörter", "", "word", Refusal.NotOneWord)]
    [InlineData("Rad", "", "word", Refusal.NotOneWord)]
    [InlineData("E-Learning", "", "word", Refusal.NotOneWord)]
    [InlineData("Turmstraßenfest", "Turmstraße", "parts", Refusal.PartsDoNotFit)]
    [InlineData("Turmstraßenfest", "Fest Turmstraße", "parts", Refusal.PartsDoNotFit)]
    [InlineData("Turmstraßenfest", "Turm Fest", "parts", Refusal.PartsDoNotFit)]
    [InlineData("Turmstraßenfest", "Tu rm straße fest", "parts", Refusal.PartsDoNotFit)]
    public async Task A_word_is_checked_at_its_field(string word, string parts, string field, Refusal reason)
    {
        var outcome = await council.Network.AskAsync((OwnWordChangeHandler h) => h.RunAsync(Viewers.Staff, new OwnWordChange(new OwnWordDraft(word, parts))));

        Assert.Equal(reason, Assert.Single(Assert.IsType<Outcome<Guid>.Invalid>(outcome).Fields, f => f.Key == field).Value);
    }

    [Theory]
    [InlineData("schulhofordnung", "schule hof ordnung", "0 5 8")]
    [InlineData("arbeitgeberverband", "arbeit geber verband", "0 6 11")]
    [InlineData("ratsmitgliedern", "rat mitglied", "0 4")]
    [InlineData("turmstrassenfest", "turmstrasse strasse fest", null)]
    public void Parts_fit_with_the_letters_that_join_them(string word, string parts, string? starts) =>
        Assert.Equal(starts, OwnSplits.Fit(word, parts.Split(' ')) is { } fit ? string.Join(' ', fit) : null);

    [Fact]
    public void What_staff_said_is_kept_with_the_index()
    {
        using var folder = new Testing.TempFolder();
        var words = new CompoundWords(new Dictionary<string, int> { ["fest"] = 4 }, ["verein"]).With(new OwnSplits([new("turmstrassenfest", ["turmstrasse", "fest"]), new("sprachrohr", [])]));

        words.Save(folder.File("compounds.txt"));
        var read = CompoundWords.Load(folder.File("compounds.txt"))!;

        Assert.Equal(["turmstrasse", "fest"], read.Own.Words["turmstrassenfest"]);
        Assert.Empty(read.Own.Words["sprachrohr"]);
        Assert.True(read.IsWhole("verein", "verein"));
        Assert.Equal(4, read.Frequencies["fest"]);
    }

    [Fact]
    public async Task For_everybody_but_staff_there_are_no_words()
    {
        foreach (var viewer in new[] { Viewer.Public, Viewers.Member, Viewers.Organization })
        {
            Assert.Null(await council.Network.AskAsync((OwnWordQuery q) => q.RunAsync(viewer)));
            Assert.IsType<Outcome<Guid>.NotFound>(await council.Network.AskAsync((OwnWordChangeHandler h) => h.RunAsync(viewer, new OwnWordChange(new OwnWordDraft("Elternabend", "")))));
        }
    }

    private async Task<Guid> SavedAsync(string word, string parts) => Assert.IsType<Outcome<Guid>.Done>(
        await council.Network.AskAsync((OwnWordChangeHandler h) => h.RunAsync(Viewers.Staff, new OwnWordChange(new OwnWordDraft(word, parts))))).Value;

    private Task AppliedAsync() => Eventually.TrueAsync(async () => (await council.Network.AskAsync((OwnWordQuery q) => q.RunAsync(Viewers.Staff)))!.IsPending == false);

    private async Task<List<string>> KeysAsync(string question) =>
        [.. (await council.Network.AskAsync((SearchQuery q) => q.RunAsync(Viewer.Public, new SearchRequest(question, SubjectKind.Article)))).Hits.Select(h => h.Key)];
}
