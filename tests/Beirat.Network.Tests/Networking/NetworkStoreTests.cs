using Beirat.Network.Common;
using Beirat.Network.Networking;
using Beirat.Network.Organizations;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Networking;

/// <summary>Both databases give the same network.</summary>
public abstract class NetworkStoreTests(Store store)
{
    [Fact]
    public async Task The_network_is_read_whatever_it_is_narrowed_to()
    {
        var network = store.Demo();
        foreach (var viewer in new[] { Viewer.Public, Viewers.Member, Viewers.Staff })
        {
            foreach (var filter in new NetworkFilter[] { new(), new(Topic: "wohnen"), new(Language: "ar"), new(District: "Kernstadt"), new("bildung", "de", "Kernstadt", OrganizationKind.Association) })
            {
                foreach (var centre in new[] { null, NodeKey.Parse("person:yusuf-al-hamdani"), NodeKey.Parse("organization:gemeinderat"), NodeKey.Parse("topic:wohnungssuche") })
                    Assert.NotNull(await network.AskAsync((NetworkViewQuery q) => q.RunAsync(viewer, filter, centre, 2)));
            }
        }

        var all = await network.AskAsync((NetworkViewQuery q) => q.RunAsync(Viewer.Public, new NetworkFilter()));
        Assert.Equal((31, 24, 15), (Count(all, NodeKind.Person), Count(all, NodeKind.Organization), Count(all, NodeKind.Topic)));
    }

    [Fact]
    public async Task The_matrix_counts_people_and_not_lines()
    {
        var view = await store.Demo().AskAsync((CoverageQuery q) => q.RunAsync(Viewer.Public));
        var there = await store.Demo().AskAsync((CoverageQuery q) => q.RunAsync(Viewer.Public, "Kernstadt"));

        Assert.Equal(10, view.Rows.Single(r => r.Topic.Slug == "bildung").Cells.Single(c => c.Language == "de").People);
        Assert.True(there.Rows.Sum(r => r.Cells.Sum(c => c.People)) < view.Rows.Sum(r => r.Cells.Sum(c => c.People)));
        Assert.NotNull(await store.Demo().AskAsync((CallQuery q) => q.RunAsync(Viewer.Public, "wohnen", "ig", "Kernstadt")));
    }

    [Fact]
    public async Task Relations_are_read_from_both_sides()
    {
        await store.Demo().ChangeAsync(db =>
        {
            db.Add(new OrganizationRelation(
                Guid.CreateVersion7(), SeedIds.Of("organization", "balkan-bruecke"), SeedIds.Of("organization", "coro-del-neckar"), OrganizationRelationKind.TalksTo, null, null));
            return Task.CompletedTask;
        });

        foreach (var (own, other) in new[] { ("balkan-bruecke", "coro-del-neckar"), ("coro-del-neckar", "balkan-bruecke") })
            Assert.Contains(await store.Demo().AskAsync((OrganizationRelationsQuery q) => q.RunAsync(own)), r => r.Other.Slug == other && r.Outgoing == (own == "balkan-bruecke"));
    }

    private static int Count(NetworkView view, NodeKind kind) => view.Nodes.Count(n => n.Key.Kind == kind);
}

public sealed class NetworkOnSqlite(SqliteNetwork store) : NetworkStoreTests(store), IClassFixture<SqliteNetwork>;

public sealed class NetworkOnPostgres(PostgresNetwork store) : NetworkStoreTests(store), IClassFixture<PostgresNetwork>;
