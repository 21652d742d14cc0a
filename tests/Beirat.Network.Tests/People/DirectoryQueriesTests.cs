using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Tests.Networking;
using Beirat.Network.Tests.Setting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Tests.People;

/// <summary>How often the lists ask the database, and whom a part of a name finds.</summary>
public sealed class DirectoryQueriesTests(CountedCouncil council) : IClassFixture<CountedCouncil>
{
    [Fact]
    public async Task Each_list_asks_the_database_twice_at_most()
    {
        Assert.Equal(2, await CountAsync((PersonListQuery q) => q.RunAsync(Viewers.Member, new PersonFilter(Language: "ar"))));
        Assert.Equal(2, await CountAsync((PersonListQuery q) => q.RunAsync(Viewer.Public, new PersonFilter(), "aylin-demirtas")));
        Assert.InRange(await CountAsync((OrganizationListQuery q) => q.RunAsync(new OrganizationFilter(), "balkan-bruecke")), 1, 2);
        foreach (var day in new DateOnly[] { new(2026, 1, 15), new(1950, 1, 1), new(2090, 1, 1) })
            Assert.Equal(2, await CountAsync((CouncilQuery q) => q.RunAsync(day)));
    }

    [Fact]
    public async Task What_members_are_and_show_is_read_with_its_right_kind()
    {
        var cards = (await MembersAsync(new PersonFilter())).Items;

        Assert.Equal(7, cards.Count(p => p.Function is { Category: SeatCategory.CouncilMember, IsDeputy: false }));
        Assert.Equal(11, cards.Count(p => p.Function is { IsDeputy: true }));
        await using var db = council.Network.Db();
        var today = new DateOnly(2026, 11, 22);
        foreach (var card in cards)
        {
            var id = db.People.Where(p => p.Slug == card.Slug).Select(p => p.Id).Single();
            var shown = db.Shown([id], Viewer.Public, today).Select(c => c.Field).ToList();
            Assert.Equal(shown.Contains(ProfileField.Languages) && db.People.Any(p => p.Id == id && p.Languages.Any()), card.Languages.Count > 0);
            Assert.Equal(shown.Contains(ProfileField.About), card.Headline.Length > 0);
        }
    }

    [Fact]
    public async Task The_page_after_somebody_begins_behind_them_and_an_unknown_key_begins_anew()
    {
        var all = (await MembersAsync(new PersonFilter())).Items.Select(p => p.Slug).ToList();

        Assert.Equal(all.Skip(3), (await MembersAsync(new PersonFilter(), all[2])).Items.Select(p => p.Slug));
        Assert.Equal(all, (await MembersAsync(new PersonFilter(), "niemand")).Items.Select(p => p.Slug));
        var organizations = (await OrganizationsAsync(new OrganizationFilter())).Items.Select(o => o.Slug).ToList();
        Assert.Equal(organizations.Skip(2), (await OrganizationsAsync(new OrganizationFilter(), organizations[1])).Items.Take(organizations.Count - 2).Select(o => o.Slug));
        Assert.Equal(organizations, (await OrganizationsAsync(new OrganizationFilter(), "keine")).Items.Select(o => o.Slug));
    }

    [Theory]
    [InlineData("demir")]
    [InlineData("  AYLIN   demirtaş ")]
    [InlineData("Demirtas Ayl")]
    public async Task A_part_of_the_name_finds_a_member_in_any_order_case_and_accent(string typed) =>
        Assert.Contains((await MembersAsync(new PersonFilter(Name: typed))).Items, p => p.Slug == "aylin-demirtas");

    [Fact]
    public async Task A_name_narrows_beside_the_other_filters_and_finds_nobody_who_is_not_in_the_council()
    {
        Assert.Empty((await MembersAsync(new PersonFilter(Name: "demirtas", Language: "xx"))).Items);
        Assert.Empty((await MembersAsync(new PersonFilter(Name: "demirtas %"))).Items);
        Assert.Empty((await MembersAsync(new PersonFilter(Name: "wiesgrund"))).Items);
        Assert.Equal("balkan-bruecke", Assert.Single((await OrganizationsAsync(new OrganizationFilter(Name: "BRÜCKE balkan"))).Items).Slug);
        Assert.Empty((await OrganizationsAsync(new OrganizationFilter(OrganizationKind.Office, Name: "balkan"))).Items);
    }

    private Task<Page<PersonCard>> MembersAsync(PersonFilter filter, string? after = null) =>
        council.Network.AskAsync((PersonListQuery q) => q.RunAsync(Viewer.Public, filter, after));

    private Task<Page<OrganizationCard>> OrganizationsAsync(OrganizationFilter filter, string? after = null) =>
        council.Network.AskAsync((OrganizationListQuery q) => q.RunAsync(filter, after));

    private async Task<int> CountAsync<TQuery, T>(Func<TQuery, Task<T>> ask) where TQuery : notnull
    {
        council.Commands.Number = 0;
        await council.Network.AskAsync(ask);
        return council.Commands.Number;
    }
}

/// <summary>The demo council, which counts what the database is asked.</summary>
public sealed class CountedCouncil : SeededCouncil
{
    internal CommandCount Commands { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ReopenAsync(s => s.ConfigureDbContext<NetworkDb>(o => o.AddInterceptors(Commands)));
        // The names of the topics are read once and kept.
        await Network.AskAsync((PersonListQuery q) => q.RunAsync(Viewer.Public, new PersonFilter()));
    }
}
