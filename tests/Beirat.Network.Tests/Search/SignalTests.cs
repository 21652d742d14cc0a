using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>That a text is new, and what kind it is, orders what answers about equally well.</summary>
public sealed class SignalTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private const string Once = "Die Sprechstunde zur Schwalbenpflege findet im Rathaus statt, immer am Montag.";
    private const string Often = "Schwalbenpflege lernen: Schwalbenpflege im Alltag, Schwalbenpflege am Haus, Hilfe zur Schwalbenpflege, jeden Montag.";

    [Fact]
    public void Of_equal_texts_the_newer_one_stands_first_and_says_nothing_of_it()
    {
        using var index = new SmallIndex([Text("old", Once, Today.AddYears(-6)), Text("middle", Once, Today.AddYears(-2)), Text("new", Once, Today)]);

        Assert.Equal([("new", false), ("middle", false), ("old", false)], index.Ordered("Schwalbenpflege", Today));
    }

    [Fact]
    public void A_clearly_better_answer_stays_first_however_old_it_is()
    {
        using var index = new SmallIndex([Text("new", Once, Today), Text("old", Often, Today.AddYears(-30))]);

        Assert.Equal([("old", false), ("new", false)], index.Ordered("Schwalbenpflege", Today));
    }

    [Fact]
    public void A_text_that_passes_a_better_answer_for_being_newer_says_so()
    {
        // One of two words in another form makes a text answer a little less.
        var less = Once.Replace("Sprechstunde", "Sprechstunden", StringComparison.Ordinal);
        using var index = new SmallIndex([Text("old", Once, Today.AddYears(-12)), Text("new", less, Today)]);
        using var same = new SmallIndex([Text("old", Once, Today), Text("new", less, Today)]);

        Assert.Equal([("old", false), ("new", false)], same.Ordered("Rathaus Sprechstunde", Today));
        Assert.Equal([("new", true), ("old", false)], index.Ordered("Rathaus Sprechstunde", Today));
    }

    [Fact]
    public void A_text_without_a_day_stands_between_a_new_one_and_an_old_one()
    {
        using var index = new SmallIndex([Text("old", Once, Today.AddYears(-12)), Text("none", Once, null), Text("new", Once, Today)]);

        Assert.Equal(["new", "none", "old"], index.Ordered("Schwalbenpflege", Today).Select(p => p.Key));
    }

    [Fact]
    public void A_day_to_come_counts_as_today()
    {
        using var index = new SmallIndex([Text("today", Once, Today), Text("coming", Once, Today.AddYears(5))]);

        Assert.Equal(["today", "coming"], index.Ordered("Schwalbenpflege", Today).Select(p => p.Key));
    }

    [Fact]
    public void Knowledge_stands_before_a_single_post_that_says_the_same()
    {
        using var index = new SmallIndex([Text("post", Once, null, SubjectKind.Post), Text("article", Once, null)]);

        Assert.Equal([("article", false), ("post", false)], index.Ordered("Schwalbenpflege", Today));
    }

    [Fact]
    public void All_signals_together_move_a_score_by_less_than_a_twelfth()
    {
        var weights = SearchWeights.Default;

        Assert.InRange((1 + (weights.Freshness / 2) + weights.Kind) / (1 - (weights.Freshness / 2) - weights.Kind), 1, 1 + (1 / 12f));
    }

    private static IndexedDocument Text(string key, string body, DateOnly? date, SubjectKind kind = SubjectKind.Article) =>
        new(new Subject(kind, Guid.CreateVersion7()), Audience.Public, "de", string.Empty, body) { Key = key, Date = date };
}
