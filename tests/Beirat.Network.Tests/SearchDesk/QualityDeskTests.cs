using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.SearchDesk;
using Beirat.Network.Tests.Setting;
using Beirat.Network.Vocabulary;
using Xunit;

namespace Beirat.Network.Tests.SearchDesk;

/// <summary>What searches in the demo council must find, in six languages; the same lists that staff runs in the portal.</summary>
public sealed class QualityDeskTests(RunningCouncil council) : IClassFixture<RunningCouncil>
{
    [Fact]
    public async Task Every_expectation_is_met()
    {
        var desk = await TriedAsync();

        Assert.True(desk.Missed == 0, string.Join('\n', desk.Rows.Where(r => r.Outcome != ExpectedOutcome.Met).Select(Said)));
    }

    [Fact]
    public async Task There_are_a_dozen_questions_in_each_of_five_languages()
    {
        var desk = await TriedAsync();

        foreach (var language in new[] { "de", "tr", "ar", "uk", "en" })
            Assert.InRange(desk.Rows.Where(r => r.Wish.Language == language).Select(r => r.Wish.Question).Distinct().Count(), 12, 60);
        Assert.Equal((desk.Rows.Count, desk.Rows.Count, 0), (desk.All, desk.Met, desk.Missed));
    }

    [Fact]
    public async Task A_synonym_that_is_taken_away_makes_its_row_red()
    {
        const string Question = "konut aramak";
        var view = (await council.Network.AskAsync((ConceptStaffQuery q) => q.OneAsync(Viewers.Staff, "wohnungssuche")))!;
        var less = view.Draft with { Names = new Dictionary<string, string>(view.Draft.Names) { ["tr"] = view.Draft.Names["tr"].Replace($"\n{Question}", string.Empty, StringComparison.Ordinal) } };
        Assert.Equal(ExpectedOutcome.Met, (await RowAsync(Question)).Outcome);

        await ChangeAsync(new ConceptChange("wohnungssuche", view.Version, less));
        Assert.Equal(ExpectedOutcome.Missed, (await RowAsync(Question)).Outcome);

        await council.Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(Viewers.Staff, new ConceptReturn("wohnungssuche", 1)));
        Assert.Equal(ExpectedOutcome.Met, (await RowAsync(Question)).Outcome);
    }

    [Fact]
    public async Task Staff_adds_rows_of_its_own_both_ways_and_takes_them_off()
    {
        var page = new ExpectedPage(SubjectKind.Article, "einen-verein-gruenden");
        var wanted = await AddedAsync(new ExpectedHitDraft("Verein gründen", "de", page, true, "3"));
        var unwanted = await AddedAsync(new ExpectedHitDraft("Verein gründen", "de", page, false, "3"));

        var rows = (await TriedAsync()).Rows.ToDictionary(r => r.Id);

        Assert.Equal((ExpectedOutcome.Met, false), (rows[wanted].Outcome, rows[wanted].IsShipped));
        Assert.Equal(ExpectedOutcome.Missed, rows[unwanted].Outcome);
        Assert.Equal(rows[wanted].Rank, rows[unwanted].Rank);
        foreach (var id in new[] { wanted, unwanted })
            Assert.IsType<Outcome<Guid>.Done>(await council.Network.AskAsync((ExpectedHitChangeHandler h) => h.RunAsync(Viewers.Staff, new ExpectedHitRemoval(id))));
        Assert.DoesNotContain((await TriedAsync()).Rows, r => r.Id == wanted || r.Id == unwanted);
    }

    [Fact]
    public async Task A_row_is_checked_field_by_field()
    {
        var outcome = await council.Network.AskAsync((ExpectedHitChangeHandler h) => h.RunAsync(
            Viewers.Staff, new ExpectedHitAddition(new ExpectedHitDraft("  ", "xx-wrong-", new ExpectedPage(SubjectKind.Article, "gibt-es-nicht"), true, "51"))));

        Assert.Equal(
            [("language", Refusal.UnknownLanguage), ("page", Refusal.UnknownPage), ("question", Refusal.Empty), ("within", Refusal.NotAPlace)],
            Assert.IsType<Outcome<Guid>.Invalid>(outcome).Fields.Select(f => (f.Key, f.Value)).OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task For_everybody_but_staff_there_is_no_desk()
    {
        foreach (var viewer in new[] { Viewer.Public, Viewers.Member, Viewers.Office, Viewers.Organization })
        {
            Assert.Null(await council.Network.AskAsync((QualityQuery q) => q.RunAsync(viewer, null, false)));
            Assert.IsType<Outcome<int>.NotFound>(await council.Network.AskAsync((QualityRun r) => r.RunAsync(viewer)));
            Assert.IsType<Outcome<Guid>.NotFound>(await council.Network.AskAsync((ExpectedHitChangeHandler h) => h.RunAsync(
                viewer, new ExpectedHitAddition(new ExpectedHitDraft("x", "de", new ExpectedPage(SubjectKind.Topic, "teilhabe"), true, "1")))));
        }
    }

    [Theory]
    [InlineData("Wort", "Line 1 is no expectation")]
    [InlineData("// nichts\n=> topic/teilhabe", "Line 2 has no question")]
    [InlineData("Wort => thema/teilhabe", "Line 1 is no expectation")]
    public void A_line_that_cannot_be_read_is_named_by_its_number(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => ExpectedHitText.Read(new StringReader(text), "de").ToList()).Message, StringComparison.Ordinal);

    private static string Said(ExpectedHitRow row) =>
        $"{row.Wish.Question} => {(row.Wish.IsWanted ? string.Empty : "not ")}{row.Wish.Page?.Kind}/{row.Wish.Page?.Key} in {row.Wish.Within} as {row.Wish.ShownAs} for {row.Wish.Audience}: found at {row.Rank}";

    private async Task<QualityDesk> TriedAsync()
    {
        Assert.IsType<Outcome<int>.Done>(await council.Network.AskAsync((QualityRun r) => r.RunAsync(Viewers.Staff)));
        return (await council.Network.AskAsync((QualityQuery q) => q.RunAsync(Viewers.Staff, null, false)))!;
    }

    private async Task<ExpectedHitRow> RowAsync(string question) => (await TriedAsync()).Rows.Single(r => r.Wish.Question == question && r.Wish.Page?.Kind == SubjectKind.Article);

    private async Task<Guid> AddedAsync(ExpectedHitDraft draft) => Assert.IsType<Outcome<Guid>.Done>(
        await council.Network.AskAsync((ExpectedHitChangeHandler h) => h.RunAsync(Viewers.Staff, new ExpectedHitAddition(draft)))).Value;

    private Task<Outcome<string>> ChangeAsync(ConceptChange change) => council.Network.AskAsync((ConceptChangeHandler h) => h.RunAsync(Viewers.Staff, change));
}
