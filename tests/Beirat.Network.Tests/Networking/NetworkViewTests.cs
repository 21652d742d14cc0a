using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Networking;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Networking;

/// <summary>The network shows what people show, to those whom they show it.</summary>
public sealed class NetworkViewTests : SeededCouncil
{
    private static readonly NodeKey Yusuf = new(NodeKind.Person, "yusuf-al-hamdani");

    [Fact]
    public async Task The_demo_council_is_small_enough_to_be_seen_at_once()
    {
        var view = await ViewAsync(Viewer.Public);

        Assert.Equal(31, view.Nodes.Count(n => n.Key.Kind == NodeKind.Person));
        Assert.Equal(0, view.LeftOut);
        Assert.Contains(view.Ties, t => t is { Kind: TieKind.Role, Role: MembershipRole.Chair } && t.From.Name == "Rezan Aydoğdu");
        Assert.All(view.Ties, t => Assert.True(view.Nodes.Contains(t.From) && view.Nodes.Contains(t.To)));
        Assert.All(view.Nodes, n => Assert.Equal(n.Links, view.Ties.Count(t => t.From == n || t.To == n)));
        Assert.DoesNotContain(view.Nodes, n => n.Key.Slug is "ewa-nowicka" or "goran-ilic");
    }

    [Theory]
    [InlineData(ProfileField.Topics, TieKind.Knows, TieKind.Role)]
    [InlineData(ProfileField.Roles, TieKind.Role, TieKind.Knows)]
    public async Task What_somebody_shows_to_members_only_is_a_tie_for_members_only(ProfileField hidden, TieKind gone, TieKind kept)
    {
        await ShowAsync(Yusuf.Slug, hidden, Audience.Members);

        foreach (var viewer in new[] { Viewer.Public, Viewers.Organization, Viewers.Office })
        {
            foreach (var view in new[] { await ViewAsync(viewer), await ViewAsync(viewer, centre: Yusuf) })
            {
                Assert.DoesNotContain(view.Ties, t => t.From.Key == Yusuf && t.Kind == gone);
                Assert.Contains(view.Ties, t => t.From.Key == Yusuf && t.Kind == kept);
            }
        }

        foreach (var viewer in new[] { Viewers.Member, Viewers.Staff, Viewers.Of(Yusuf.Slug) })
            Assert.Contains((await ViewAsync(viewer)).Ties, t => t.From.Key == Yusuf && t.Kind == gone);
    }

    [Fact]
    public async Task Who_shows_nothing_stands_apart_without_a_tie_for_staff_too()
    {
        await ShowAsync(Yusuf.Slug, ProfileField.Topics, null);
        await ShowAsync(Yusuf.Slug, ProfileField.Roles, null);

        foreach (var viewer in new[] { Viewer.Public, Viewers.Staff })
        {
            var view = await ViewAsync(viewer);
            Assert.DoesNotContain(view.Nodes, n => n.Key == Yusuf);
            Assert.Contains(view.Unconnected, n => n.Key == Yusuf);
            Assert.Equal([Yusuf], (await ViewAsync(viewer, centre: Yusuf)).Nodes.Select(n => n.Key));
        }

        Assert.Contains((await ViewAsync(Viewers.Of(Yusuf.Slug))).Nodes, n => n.Key == Yusuf);
    }

    [Theory]
    [InlineData(ProfileField.Topics)]
    [InlineData(ProfileField.Languages)]
    [InlineData(ProfileField.Districts)]
    [InlineData(ProfileField.Roles)]
    public async Task A_filter_does_not_tell_what_somebody_hides(ProfileField hidden)
    {
        var person = await PersonAsync(Yusuf.Slug);
        var filter = hidden switch
        {
            ProfileField.Topics => new NetworkFilter(Topic: "wohnen"),
            ProfileField.Languages => new NetworkFilter(Language: "ar"),
            ProfileField.Districts => new NetworkFilter(District: person.Districts[0]),
            _ => new NetworkFilter(Kind: OrganizationKind.CulturalCircle),
        };
        static bool Holds(NetworkView view) => view.Nodes.Concat(view.Unconnected).Any(n => n.Key == Yusuf);
        Assert.True(Holds(await ViewAsync(Viewer.Public, filter)));

        await ShowAsync(Yusuf.Slug, hidden, Audience.Members);

        Assert.False(Holds(await ViewAsync(Viewer.Public, filter)));
        Assert.True(Holds(await ViewAsync(Viewers.Member, filter)));
    }

    [Fact]
    public async Task A_filter_narrows_people_and_organisations_alike()
    {
        var view = await ViewAsync(Viewer.Public, new NetworkFilter(Language: "ar"));

        await using var db = Network.Db();
        var people = await db.People.Where(p => p.Languages.Any(l => l.Code == "ar")).Select(p => p.Slug).ToListAsync();
        var organizations = await db.Organizations.Where(o => o.Languages.Contains("ar")).Select(o => o.Slug).ToListAsync();
        Assert.NotEmpty(view.Ties);
        Assert.All(view.Nodes.Where(n => n.Key.Kind == NodeKind.Person), n => Assert.Contains(n.Key.Slug, people));
        Assert.All(view.Nodes.Where(n => n.Key.Kind == NodeKind.Organization), n => Assert.Contains(n.Key.Slug, organizations));
        Assert.Empty((await ViewAsync(Viewer.Public, new NetworkFilter(Language: "xx"))).Nodes);
    }

    [Fact]
    public async Task Topics_are_summed_up_and_taken_apart_when_one_is_chosen()
    {
        var all = await ViewAsync(Viewer.Public);
        var one = await ViewAsync(Viewer.Public, new NetworkFilter(Topic: "wohnen"));

        Assert.DoesNotContain(all.Nodes, n => n.Key.Slug == "wohnungssuche");
        Assert.Contains(all.Ties, t => t.From.Key == Yusuf && t.To.Key.Slug == "wohnen" && t.Topics.Any(n => n.Slug == "wohnungssuche"));
        Assert.Contains(one.Ties, t => t.From.Key == Yusuf && t.To.Key.Slug == "wohnungssuche");
        Assert.DoesNotContain(one.Nodes, n => n.Key.Slug == "kultur");
    }

    [Fact]
    public async Task A_node_in_the_middle_is_shown_with_two_steps_around_it()
    {
        var view = await ViewAsync(Viewer.Public, centre: new NodeKey(NodeKind.Topic, "wohnungssuche"));

        Assert.Equal("wohnungssuche", view.Centre?.Key.Slug);
        Assert.Equal(1, view.Nodes.Single(n => n.Key == Yusuf).Steps);
        Assert.All(view.Nodes, n => Assert.InRange(n.Steps!.Value, 0, 2));
        Assert.All(view.Ties, t => Assert.True(t.From.Steps + t.To.Steps <= 3));
        var far = view.Ties.Select(t => t.From.Steps + t.To.Steps).ToList();
        Assert.Equal(far.Order(), far);
        var near = await ViewAsync(Viewer.Public, centre: new NodeKey(NodeKind.Topic, "wohnungssuche"), reach: 1);
        Assert.All(near.Ties, t => Assert.Contains("wohnungssuche", new[] { t.From.Key.Slug, t.To.Key.Slug }));
        Assert.Equal(view.Nodes.Where(n => n.Steps <= 1).Select(n => n.Key), near.Nodes.Select(n => n.Key));
        Assert.Null((await ViewAsync(Viewer.Public, centre: new NodeKey(NodeKind.Person, "gibt-es-nicht"))).Centre);
        Assert.Null((await ViewAsync(Viewer.Public, centre: new NodeKey(NodeKind.Person, "goran-ilic"))).Centre);
    }

    [Fact]
    public async Task Relations_of_organisations_are_ties_while_they_last()
    {
        await Network.ChangeAsync(async db =>
        {
            await db.OrganizationRelations.ExecuteDeleteAsync();
            db.AddRange(
                Relation("beirat", "laka", OrganizationRelationKind.MemberOf, "2010-01-01", null),
                Relation("laka", "gemeinderat", OrganizationRelationKind.TalksTo, null, "2020-12-31"),
                Relation("laka", "stabsstelle", OrganizationRelationKind.Represents, "2031-01-01", null));
        });

        var view = await ViewAsync(Viewer.Public);

        var tie = Assert.Single(view.Ties, t => t.Kind is TieKind.MemberOf or TieKind.TalksTo or TieKind.Represents);
        Assert.Equal(("beirat", "laka", new DateOnly(2010, 1, 1)), (tie.From.Key.Slug, tie.To.Key.Slug, tie.Since));
        var there = Assert.Single(await Network.AskAsync((OrganizationRelationsQuery q) => q.RunAsync("laka")));
        Assert.Equal(("beirat", false), (there.Other.Slug, there.Outgoing));
        var here = Assert.Single(await Network.AskAsync((OrganizationRelationsQuery q) => q.RunAsync("beirat")));
        Assert.Equal(("laka", true), (here.Other.Slug, here.Outgoing));
    }

    [Theory]
    [InlineData("person:aylin", NodeKind.Person, "aylin")]
    [InlineData("organization:a:b", NodeKind.Organization, "a:b")]
    [InlineData("topic:wohnen", NodeKind.Topic, "wohnen")]
    public void A_node_is_named_by_kind_and_slug(string text, NodeKind kind, string slug)
    {
        Assert.Equal(new NodeKey(kind, slug), NodeKey.Parse(text));
        Assert.Equal(text, new NodeKey(kind, slug).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("person")]
    [InlineData("person:")]
    [InlineData("Person:aylin")]
    [InlineData("1:aylin")]
    [InlineData("article:x")]
    public void What_names_no_node_is_none(string? text) => Assert.Null(NodeKey.Parse(text));

    private static OrganizationRelation Relation(string from, string to, OrganizationRelationKind kind, string? since, string? until)
    {
        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return new(Guid.CreateVersion7(), SeedIds.Of("organization", from), SeedIds.Of("organization", to), kind, Day(since), Day(until));
    }

    private Task<NetworkView> ViewAsync(Viewer viewer, NetworkFilter? filter = null, NodeKey? centre = null, int reach = 2) =>
        Network.AskAsync((NetworkViewQuery q) => q.RunAsync(viewer, filter ?? new NetworkFilter(), centre, reach));

    private async Task<Person> PersonAsync(string slug)
    {
        await using var db = Network.Db();
        return await db.People.FirstAsync(p => p.Slug == slug);
    }

    private Task ShowAsync(string slug, ProfileField field, Audience? audience) => Network.ChangeAsync(async db =>
    {
        var person = await db.People.Include(p => p.Consents).FirstAsync(p => p.Slug == slug);
        if (audience is { } level) person.Allow(field, ConsentPurpose.Showing, level, new ConsentTerms(1, Network.Time.GetUtcNow(), null));
        else person.Withdraw(field, ConsentPurpose.Showing, Network.Time.GetUtcNow());
    });
}
