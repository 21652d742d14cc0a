using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.People;

/// <summary>Somebody who left is not found any more; somebody who only left the council is.</summary>
public sealed class PersonVisibilityTests(RunningCouncil council) : IClassFixture<RunningCouncil>
{
    [Fact]
    public async Task A_former_member_who_still_chairs_an_association_has_a_page_without_a_seat()
    {
        var page = await PageAsync(Viewer.Public, "ewa-nowicka");

        Assert.NotNull(page);
        Assert.Empty(page.Functions);
        Assert.Contains(page.Roles, r => r.Organization.Slug == "polnisch-deutsche-gesellschaft" && r.Until is null);
        Assert.DoesNotContain("ewa-nowicka", await MembersAsync());
    }

    [Fact]
    public async Task Who_has_no_role_left_has_no_page_for_the_public_nor_for_members()
    {
        Assert.Null(await PageAsync(Viewer.Public, "goran-ilic"));
        Assert.Null(await PageAsync(Viewers.Member, "goran-ilic"));
        Assert.NotNull(await PageAsync(Viewers.Staff, "goran-ilic"));
        Assert.NotNull(await PageAsync(Viewers.Of("goran-ilic"), "goran-ilic"));
        Assert.DoesNotContain("goran-ilic", await MembersAsync());
    }

    [Theory]
    [InlineData("Goran Ilić")]
    [InlineData("Ilic")]
    [InlineData("goran-ilic")]
    public async Task Who_has_no_role_left_is_not_found_by_name(string name)
    {
        var result = await council.Network.AskAsync((SearchQuery q) => q.RunAsync(Viewer.Public, new SearchRequest(name)));

        Assert.True(result.Ready);
        Assert.DoesNotContain(result.Hits, h => h.Kind == SubjectKind.Person && h.Key == "goran-ilic");
    }

    [Fact]
    public async Task Who_has_no_role_left_stands_on_no_page_of_a_topic()
    {
        await using var db = council.Network.Db();
        var goran = SeedIds.Of("person", "goran-ilic");
        var topics = await db.Topics.Where(t => db.People.Any(p => p.Id == goran && p.Topics.Any(k => k.TopicId == t.Id))).Select(t => t.Slug).ToListAsync();

        Assert.NotEmpty(topics);
        foreach (var topic in topics)
        {
            var page = await council.Network.AskAsync((TopicPageQuery q) => q.RunAsync(Viewer.Public, topic));
            Assert.DoesNotContain(page!.People, p => p.Person.Slug == "goran-ilic");
        }
    }

    [Fact]
    public async Task The_list_of_members_is_the_council_of_today()
    {
        var members = await MembersAsync();

        Assert.Equal(31, members.Count);
        Assert.Contains("selam-haile", members);
    }

    private Task<PersonView?> PageAsync(Viewer viewer, string slug) =>
        council.Network.AskAsync((PersonPageQuery q) => q.RunAsync(viewer, slug));

    private Task<List<string>> MembersAsync() =>
        council.Network.AskAsync(async (PersonListQuery q) => (await q.RunAsync(Viewer.Public, new PersonFilter())).Items.Select(p => p.Slug).ToList());
}
