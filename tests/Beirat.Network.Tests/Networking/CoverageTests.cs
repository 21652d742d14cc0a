using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Networking;
using Beirat.Network.People;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Networking;

/// <summary>A number of the matrix is the length of the list that it leads to, for everybody who looks.</summary>
public sealed class CoverageTests : SeededCouncil
{
    [Theory]
    [InlineData(null)]
    [InlineData("Kernstadt")]
    [InlineData("Böckingen")]
    public async Task Every_number_is_the_length_of_the_list_of_members(string? district)
    {
        await HideAsync("yusuf-al-hamdani", ProfileField.Languages);
        await HideAsync("aylin-demirtas", ProfileField.Topics);
        foreach (var viewer in new[] { Viewer.Public, Viewers.Member })
        {
            var view = await CoverageAsync(viewer, district);
            foreach (var cell in view.Rows.SelectMany(r => r.Cells).Where((c, i) => c.People > 0 || i % 7 == 0))
            {
                var list = await Network.AskAsync((PersonListQuery q) => q.RunAsync(viewer, new PersonFilter(cell.Topic.Slug, cell.Language, district)));
                Assert.True(list.Items.Count == cell.People, $"{cell.Topic.Slug}, {cell.Language}, {district}: {list.Items.Count} listed, {cell.People} counted");
            }
        }
    }

    [Theory]
    [InlineData(ProfileField.Topics)]
    [InlineData(ProfileField.Languages)]
    public async Task Who_hides_topics_or_languages_is_not_counted(ProfileField hidden)
    {
        static int Arabic(CoverageView view) => view.Rows.Single(r => r.Topic.Slug == "wohnen").Cells.Single(c => c.Language == "ar").People;
        var before = Arabic(await CoverageAsync(Viewer.Public));

        await HideAsync("yusuf-al-hamdani", hidden);

        Assert.Equal(before - 1, Arabic(await CoverageAsync(Viewer.Public)));
        Assert.Equal(before, Arabic(await CoverageAsync(Viewers.Member)));
    }

    [Fact]
    public async Task Who_hides_the_district_is_counted_without_it_only()
    {
        static int German(CoverageView view) => view.Rows.Sum(r => r.Cells.Single(c => c.Language == "de").People);
        await using var db = Network.Db();
        var district = (await db.People.FirstAsync(p => p.Slug == "yusuf-al-hamdani")).Districts[0];
        var (all, there) = (German(await CoverageAsync(Viewer.Public)), German(await CoverageAsync(Viewer.Public, district)));

        await HideAsync("yusuf-al-hamdani", ProfileField.Districts);

        Assert.Equal(all, German(await CoverageAsync(Viewer.Public)));
        Assert.True(German(await CoverageAsync(Viewer.Public, district)) < there);
    }

    [Fact]
    public async Task The_largest_gaps_come_first_and_are_gaps_that_somebody_needs()
    {
        var view = await CoverageAsync(Viewer.Public);

        Assert.NotEmpty(view.Gaps);
        Assert.All(view.Gaps.SelectMany(g => g.Topics), c => Assert.True(c.IsGap && c.Need.Organizations + c.Need.Articles > 0));
        Assert.Equal(view.Gaps.OrderByDescending(g => view.Rows.SelectMany(r => r.Cells).Where(c => c.IsGap && c.Language == g.Language).Sum(c => c.Need.Weight)), view.Gaps);
        Assert.All(view.Gaps, g => Assert.Equal(g.NobodySpeaksIt, view.Rows.SelectMany(r => r.Cells).Where(c => c.Language == g.Language).All(c => c.IsGap)));
        Assert.Contains(view.Gaps, g => g.NobodySpeaksIt);
    }

    [Fact]
    public async Task A_text_for_members_is_no_need_that_the_public_could_read_off()
    {
        await using var db = Network.Db();
        var hidden = await db.Articles.CountAsync(a => a.Audience != Audience.Public && a.Topics.Count > 0);
        Assert.True(hidden > 0);
        static int Articles(CoverageView view) => view.Rows.Sum(r => r.Cells.Sum(c => c.Need.Articles));

        Assert.True(Articles(await CoverageAsync(Viewers.Staff)) > Articles(await CoverageAsync(Viewer.Public)));
    }

    [Fact]
    public async Task A_call_names_what_there_is_and_nothing_else()
    {
        Task<CallView?> Call(string? topic, string? language, string? district = null) =>
            Network.AskAsync((CallQuery q) => q.RunAsync(Viewer.Public, topic, language, district));

        Assert.Equal(("Wohnen", "ar", "Kernstadt"), await Call("wohnen", "ar", "Kernstadt") is { } call ? (call.Topic?.Label, call.Language, call.District) : default);
        Assert.NotNull(await Call("wohnen", null));
        Assert.NotNull(await Call(null, "ckb"));
        Assert.Null(await Call(null, null, "Kernstadt"));
        Assert.Null(await Call("gibt-es-nicht", "ar"));
        Assert.Null(await Call("wohnen", "<script>"));
        Assert.Null(await Call("wohnen", "ar", "Kommen Sie alle zu mir"));
    }

    [Fact]
    public async Task A_language_that_one_person_shows_to_members_only_makes_no_call_for_the_public()
    {
        Task<CallView?> Call(Viewer viewer) => Network.AskAsync((CallQuery q) => q.RunAsync(viewer, null, "ig", null));
        await using var db = Network.Db();
        var speaker = await db.People.Where(p => p.Languages.Any(l => l.Code == "ig")).Select(p => p.Slug).SingleAsync();
        Assert.NotNull(await Call(Viewer.Public));

        await HideAsync(speaker, ProfileField.Languages);

        Assert.Null(await Call(Viewer.Public));
        Assert.NotNull(await Call(Viewers.Member));
        Assert.DoesNotContain("ig", (await CoverageAsync(Viewer.Public)).Languages);
    }

    private Task<CoverageView> CoverageAsync(Viewer viewer, string? district = null) =>
        Network.AskAsync((CoverageQuery q) => q.RunAsync(viewer, district));

    private Task HideAsync(string slug, ProfileField field) => Network.ChangeAsync(async db =>
    {
        var person = await db.People.Include(p => p.Consents).FirstAsync(p => p.Slug == slug);
        person.Allow(field, ConsentPurpose.Showing, Audience.Members, new ConsentTerms(1, Network.Time.GetUtcNow(), null));
    });
}
