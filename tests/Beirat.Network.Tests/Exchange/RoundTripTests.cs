using System.Diagnostics;
using System.Globalization;
using System.Text;
using Beirat.Network.Exchange;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Exchange;

public abstract class RoundTripTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task What_was_exported_comes_back_into_an_empty_database_and_goes_out_the_same()
    {
        await ImportAsync<OrganizationImport>("id,name,kind,part_of,relations,website\nfern-1,=Formel e.V.,association,fern-2,memberOf>fern-2>2020-01-01;talksTo>balkan-bruecke,https://a.example\nfern-2,Dach;Verband,federation,,,\n");
        await ImportAsync<PersonImport>("id,given_name,family_name,headline,about,phone,professions\np-1,@Ana,'=x,-,\"a\n\"\"b\"\"\",'+49 7131,A\\;B|C\\|D\n");
        var (people, organizations) = (await ExportAsync<PersonExport>(Network), await ExportAsync<OrganizationExport>(Network));

        var empty = store.Node();
        await EmptyAsync(empty);
        try
        {
            var first = await empty.Get<OrganizationImport>().RunAsync(Stream(organizations), new ImportMode(false));
            var second = await empty.Get<PersonImport>().RunAsync(Stream(people), new ImportMode(false));

            Assert.Empty(first.Faults);
            Assert.Empty(second.Faults);
            Assert.Equal(organizations, await ExportAsync<OrganizationExport>(empty));
            Assert.Equal(people, await ExportAsync<PersonExport>(empty));
            var again = await empty.Get<PersonImport>().RunAsync(Stream(people), new ImportMode(false));
            Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Failed));
            var alike = await empty.Get<OrganizationImport>().RunAsync(Stream(organizations), new ImportMode(true));
            Assert.Equal((0, 0, 0), (alike.Added, alike.Changed, alike.Failed));
            Assert.Empty(alike.Changes);
        }
        finally
        {
            await empty.DisposeAsync();
        }

        Assert.Contains("'=Formel", organizations);
        Assert.Contains("'@Ana", people);
        Assert.DoesNotContain("\n=", people + organizations);
    }

    [Fact]
    public async Task An_organisation_may_speak_of_a_later_one_and_a_wrong_name_is_told()
    {
        var report = await ImportAsync<OrganizationImport>(
            "id,name,kind,part_of,relations\nspaeter-1,Eins,association,spaeter-2,represents>spaeter-2\nspaeter-2,Zwei,office,,\nspaeter-3,Drei,office,niemand,\nspaeter-4,Vier,office,spaeter-4,\nspaeter-5,Fünf,koenigreich,,\n");

        Assert.Equal((5, 4, 3), (report.Lines, report.Added, report.Failed));
        Assert.Contains("line 6", report.Faults[0]);
        Assert.Contains("line 4: part_of: there is no organisation \"niemand\"", report.Faults[1]);
        Assert.Contains("line 5", report.Faults[2]);
        await using var db = Network.Db();
        var first = await db.Organizations.SingleAsync(o => o.ExternalId == "spaeter-1");
        var second = await db.Organizations.SingleAsync(o => o.ExternalId == "spaeter-2");
        Assert.Equal(second.Id, first.PartOfId);
        Assert.Equal(OrganizationRelationKind.Represents, (await db.OrganizationRelations.SingleAsync(r => r.FromId == first.Id)).Kind);

        await ImportAsync<OrganizationImport>("id,name,kind,part_of,relations\nspaeter-1,,,-,-\n");
        await using var later = Network.Db();
        Assert.Null((await later.Organizations.SingleAsync(o => o.ExternalId == "spaeter-1")).PartOfId);
        Assert.NotNull((await later.OrganizationRelations.SingleAsync(r => r.FromId == first.Id)).Until);
    }

    [Fact]
    public async Task Staff_gets_what_people_show_to_staff_and_others_get_nothing()
    {
        await ImportAsync<PersonImport>("id,given_name,family_name,headline,email\nstill-1,Stella,Stille,Geheimwort,still@b.example\n");

        var text = new StringWriter();
        Assert.False(await Network.Get<PersonExport>().RunAsync(Viewers.Member, text));
        Assert.Empty(text.ToString());
        Assert.True(await Network.Get<PersonExport>().RunAsync(Viewers.Staff, text));
        Assert.Contains("Stella", text.ToString());
        Assert.DoesNotContain("Geheimwort", text.ToString());
        Assert.DoesNotContain("still@b.example", text.ToString());
        Assert.Contains("Geheimwort", await ExportAsync<PersonExport>(Network));
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string> ExportAsync<T>(NetworkHost host) where T : notnull
    {
        var text = new StringWriter();
        if (host.Get<T>() is PersonExport people) await people.RunAsync(text);
        else await host.Get<OrganizationExport>().RunAsync(text);
        return text.ToString();
    }

    private Task<ExchangeReport> ImportAsync<T>(string text) where T : notnull => Network.Get<T>() is PersonImport people
        ? people.RunAsync(Stream(text), new ImportMode(false))
        : Network.Get<OrganizationImport>().RunAsync(Stream(text), new ImportMode(false));

    /// <summary>Topics and seats stay: they are what an import speaks of.</summary>
    private static async Task EmptyAsync(NetworkHost host)
    {
        await using var db = host.Db();
        await db.Users.ExecuteDeleteAsync();
        await db.Posts.ExecuteDeleteAsync();
        await db.SeatAssignments.ExecuteDeleteAsync();
        await db.Memberships.ExecuteDeleteAsync();
        await db.OrganizationClaims.ExecuteDeleteAsync();
        await db.OrganizationRelations.ExecuteDeleteAsync();
        await db.Conversations.ExecuteDeleteAsync();
        await db.Handovers.ExecuteDeleteAsync();
        await db.Set<Events.EventPerson>().ExecuteDeleteAsync();
        await db.Set<Events.EventOrganization>().ExecuteDeleteAsync();
        await db.Set<PersonLanguage>().ExecuteDeleteAsync();
        await db.Set<PersonProfession>().ExecuteDeleteAsync();
        await db.Set<PersonTopic>().ExecuteDeleteAsync();
        await db.Set<PersonExperience>().ExecuteDeleteAsync();
        await db.Photos.ExecuteDeleteAsync();
        await db.Consents.ExecuteDeleteAsync();
        await db.Articles.ExecuteUpdateAsync(a => a.SetProperty(x => x.AuthorId, (Guid?)null));
        await db.Discussions.ExecuteUpdateAsync(d => d.SetProperty(x => x.StartedById, (Guid?)null).SetProperty(x => x.OrganizationId, (Guid?)null));
        await db.People.ExecuteDeleteAsync();
        await db.Organizations.ExecuteUpdateAsync(o => o.SetProperty(x => x.PartOfId, (Guid?)null));
        await db.Set<OrganizationTopic>().ExecuteDeleteAsync();
        await db.Organizations.ExecuteDeleteAsync();
    }
}

public sealed class RoundTripOnSqlite(SqliteNetwork store) : RoundTripTests(store), IClassFixture<SqliteNetwork>;

public sealed class RoundTripOnPostgres(PostgresNetwork store) : RoundTripTests(store), IClassFixture<PostgresNetwork>;

/// <summary>Measures the memory of the process, in which nothing else may go on meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

[Collection(Alone.Name)]
public sealed class PersonVolumeTests(SqliteNetwork store) : IClassFixture<SqliteNetwork>
{
    [Fact]
    public async Task Ten_thousand_people_go_in_within_a_minute_and_bounded_memory()
    {
        const int people = 10_000;
        var file = new StringBuilder("id,given_name,family_name,headline,languages,professions,topics,districts,organization,role,from\n");
        for (var i = 0; i < people; i++)
            file.Append(CultureInfo.InvariantCulture, $"v-{i},Vorname{i},Familie{i % 900},Kurz {i},ar:C2:advise;de:C1,Hebamme|B.Sc.,wohnungssuche=Notiz {i};schule,Nordstadt,balkan-bruecke,member,2020-01-01\n");
        var bytes = Encoding.UTF8.GetBytes(file.ToString());
        file.Clear();
        var heap = new Heap();
        var clock = Stopwatch.StartNew();

        var report = await store.Demo().Get<PersonImport>().RunAsync(new MemoryStream(bytes), new ImportMode(false, heap));

        TestContext.Current.SendDiagnosticMessage($"{people} people in {clock.Elapsed.TotalSeconds:0.0} s, heap grew {heap.Grown / 1_000_000} MB");
        Assert.Equal((people, people, 0), (report.Lines, report.Added, report.Failed));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.InRange(heap.Grown, long.MinValue, 60_000_000);
    }

    /// <summary>What is alive after each batch, against the first ones.</summary>
    private sealed class Heap : IProgress<int>
    {
        private int _batches;
        private long _first;
        private long _last;

        public long Grown => _last - _first;

        public void Report(int value)
        {
            if (++_batches % 8 != 4) return;
            _last = GC.GetTotalMemory(forceFullCollection: true);
            if (_first == 0) _first = _last;
        }
    }
}
