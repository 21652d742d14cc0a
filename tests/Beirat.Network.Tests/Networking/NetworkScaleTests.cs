using System.Data.Common;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Networking;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Tests.Networking;

/// <summary>A large city: the picture stays small, and so does the number of questions to the database.</summary>
public sealed class NetworkScaleTests(LargeCity city) : IClassFixture<LargeCity>
{
    [Fact]
    public async Task The_picture_is_bounded_and_asks_the_database_a_few_times()
    {
        NodeKey?[] centres = [null, new(NodeKind.Organization, "o-7"), new(NodeKind.Person, "p-7"), new(NodeKind.Topic, "wohnen")];
        foreach (var centre in centres)
        {
            city.Commands.Number = 0;
            var view = await city.Network.AskAsync((NetworkViewQuery q) => q.RunAsync(Viewer.Public, new NetworkFilter(), centre, reach: 2));

            Assert.InRange(city.Commands.Number, 1, 13);
            Assert.InRange(view.Nodes.Count, 3, NetworkLimits.Nodes);
            Assert.InRange(view.Ties.Count, 3, NetworkLimits.Ties);
            Assert.InRange(view.Unconnected.Count, 0, NetworkLimits.Unconnected);
            Assert.Equal(centre, view.Centre?.Key);
            Assert.InRange(NetworkLayout.Place(view).Height, 100, 1_700);
            if (centre is null) Assert.InRange(view.LeftOut, LargeCity.People + LargeCity.Organizations - NetworkLimits.Nodes, LargeCity.People + LargeCity.Organizations + 200);
        }
    }

    [Fact]
    public async Task The_matrix_asks_the_database_a_few_times()
    {
        city.Commands.Number = 0;
        var view = await city.Network.AskAsync((CoverageQuery q) => q.RunAsync(Viewer.Public));

        Assert.InRange(city.Commands.Number, 1, 6);
        Assert.True(view.Rows.SelectMany(r => r.Cells).Max(c => c.People) > 50);
    }
}

/// <summary>The demo council with thousands of people and organisations more.</summary>
public sealed class LargeCity : SeededCouncil
{
    internal const int People = 5_000;
    internal const int Organizations = 2_000;
    private static readonly string[] Codes = ["de", "en", "tr", "ar", "uk"];

    internal CommandCount Commands { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ReopenAsync(s => s.ConfigureDbContext<NetworkDb>(o => o.AddInterceptors(Commands)));
        await GrowAsync();
    }

    private async Task GrowAsync()
    {
        await using var seed = Network.Db();
        var topics = await seed.Topics.OrderBy(t => t.Slug).Select(t => t.Id).ToListAsync();
        var (today, terms) = (new DateOnly(2025, 1, 1), new ConsentTerms(1, Network.Time.GetUtcNow(), null));
        var organizations = Enumerable.Range(0, Organizations).Select(i => Organization(i, topics)).ToList();
        var people = Enumerable.Range(0, People).Select(i => Person(i, topics, terms)).ToList();
        foreach (var part in organizations.Cast<object>().Concat(people).Chunk(1_000)) await SaveAsync(part);
        var rows = people.SelectMany((person, i) =>
        {
            var seat = new Seat(Guid.CreateVersion7(), 1_000 + i, SeatCategory.ExpertMember, 0);
            seat.Assign(person.Id, 0, new Period(today, null));
            var role = new Membership(Guid.CreateVersion7(), person.Id, organizations[i % Organizations].Id, MembershipRole.Member, new Period(today, null));
            return new object[] { seat, role };
        });
        foreach (var part in rows.Chunk(2_000)) await SaveAsync(part);
    }

    private async Task SaveAsync(object[] part)
    {
        await using var db = Network.Db();
        db.AddRange(part);
        await db.SaveChangesAsync();
    }

    private static Organization Organization(int i, List<Guid> topics)
    {
        var organization = new Organization(Guid.CreateVersion7(), $"o-{i}", $"Verein {i}", OrganizationKind.Association);
        organization.Describe(string.Empty, null, null, [Codes[i % Codes.Length]]);
        organization.WorkOnlyOn([topics[i % topics.Count], topics[(i * 7) % topics.Count]]);
        return organization;
    }

    private static Person Person(int i, List<Guid> topics, ConsentTerms terms)
    {
        var person = new Person(Guid.CreateVersion7(), $"p-{i}", "Person", $"Nummer {i}");
        person.Speak(Codes[i % Codes.Length], LanguageLevel.C2, LanguageUses.Advise);
        person.KnowAbout(topics[i % topics.Count], string.Empty);
        person.KnowAbout(topics[(i * 3 + 1) % topics.Count], string.Empty);
        foreach (var field in new[] { ProfileField.Topics, ProfileField.Languages, ProfileField.Roles }) person.Allow(field, ConsentPurpose.Showing, Audience.Public, terms);
        return person;
    }
}

internal sealed class CommandCount : DbCommandInterceptor
{
    public int Number { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Number++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
