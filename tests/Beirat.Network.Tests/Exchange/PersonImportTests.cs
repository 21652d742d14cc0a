using System.Globalization;
using System.Text;
using Beirat.Network.Exchange;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Exchange;

public abstract class PersonImportTests(Store store)
{
    private readonly string _id = $"x{Guid.NewGuid():N}";

    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_line_becomes_a_person_with_everything_and_without_any_consent()
    {
        var report = await ImportAsync(
            "id;given_name;family_name;email;headline;about;languages;professions;topics;experience;districts;communities;organization;role;from",
            $"{_id};عائشة;Öztürk;a@b.example;<b>Kurz</b>;\"Zeile 1\n\nZeile 2\";ar:C2:advise+interpret;Hebamme|B.Sc.;\"wohnungssuche=Mieten\\; Kaufen\";Leitung|Verein|2010|2015|gut;Nordstadt;Alewitin;;;");

        Assert.Equal((1, 1, 0), (report.Lines, report.Added, report.Failed));
        var person = await FindAsync();
        Assert.Equal(("عائشة Öztürk", "<b>Kurz</b>", "Zeile 1\n\nZeile 2"), (person.Name, person.Headline, person.About));
        Assert.Equal(("ar", LanguageLevel.C2, LanguageUses.Advise | LanguageUses.Interpret), (person.Languages[0].Code, person.Languages[0].Level, person.Languages[0].Uses));
        Assert.Equal("Mieten; Kaufen", Assert.Single(person.Topics).Note);
        Assert.Equal(2010, Assert.Single(person.Experience).FromYear);
        Assert.Equal(("Nordstadt", "Alewitin"), (person.Districts[0], person.Communities[0]));
        Assert.Empty(person.Consents);
        Assert.Null(await Network.AskAsync<PersonPageQuery, PersonView?>(q => q.RunAsync(Viewers.Member, person.Slug)));
    }

    [Fact]
    public async Task The_same_id_again_changes_what_is_given_leaves_what_is_empty_and_empties_by_a_dash()
    {
        await ImportAsync("id,given_name,family_name,email,phone,headline", $"{_id},Ana,Alt,a@b.example,'+49 1,Kurz");
        var again = await ImportAsync("id,given_name,family_name,email,phone,headline", $"{_id},,Neu,,-,");
        var third = await ImportAsync("id,given_name,family_name,email,phone,headline", $"{_id},Ana,Neu,a@b.example,,Kurz");

        var person = await FindAsync();
        Assert.Equal(("Ana Neu", "a@b.example", "", "Kurz"), (person.Name, person.Email, person.Phone, person.Headline));
        Assert.Equal((0, 1, 0), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal((0, 0, 1), (third.Added, third.Changed, third.Unchanged));
    }

    [Fact]
    public async Task Several_lines_give_several_roles_and_a_second_import_adds_none()
    {
        string[] lines = ["id,given_name,family_name,organization,role,from,until",
            $"{_id},Ana,Rolle,balkan-bruecke,chair,2020-01-01,2021-12-31", $"{_id},,,balkan-bruecke,chair,1.1.2022,"];

        var first = await ImportAsync(lines);
        var second = await ImportAsync(lines);
        var ended = await ImportAsync(lines[0], $"{_id},,,balkan-bruecke,chair,2022-01-01,2026-06-30");

        Assert.Equal((1, 1, 0), (first.Added, first.Changed, first.Failed));
        Assert.Equal(2, second.Unchanged);
        Assert.Equal(1, ended.Changed);
        var person = await FindAsync();
        await using var db = Network.Db();
        var roles = await db.Memberships.Where(m => m.PersonId == person.Id).OrderBy(m => m.From).ToListAsync();
        Assert.Equal([new DateOnly(2021, 12, 31), new DateOnly(2026, 6, 30)], roles.Select(r => r.Until!.Value));
        Assert.All(roles, r => Assert.Equal(MembershipRole.Chair, r.Role));
    }

    [Theory]
    [InlineData("languages", "xx:C1", "not a language")]
    [InlineData("languages", "ar", "level")]
    [InlineData("languages", "ar:9", "\"9\" is none of")]
    [InlineData("topics", "gibt es nicht", "there is no topic")]
    [InlineData("email", "keine adresse", "not an e-mail address")]
    [InlineData("absence", "2026-02-01/2026-01-01", "ends before")]
    [InlineData("experience", "A|B|2020|2010", "ends before")]
    [InlineData("organization", "gibt-es-nicht", "there is no organisation")]
    [InlineData("role", "chair", "without an organization")]
    [InlineData("seat_order", "1", "without a seat")]
    [InlineData("seat", "4711", "there is no seat")]
    [InlineData("seat", "1", "seat_from: missing")]
    [InlineData("family_name", "-", "needs a name")]
    public async Task A_line_that_breaks_a_rule_is_named_and_the_rest_goes_in(string column, string cell, string reason)
    {
        var header = column == "family_name" ? "id,given_name,family_name" : $"id,given_name,family_name,{column}";
        var bad = column == "family_name" ? $"{_id}-b,,{cell}" : $"{_id}-b,Ana,Fehler,\"{cell}\"";
        var report = await ImportAsync(header, bad, column == "family_name" ? $"{_id},Ana,Gut" : $"{_id},Ana,Gut,");

        Assert.Equal((2, 1, 1), (report.Lines, report.Added, report.Failed));
        Assert.StartsWith("line 2: ", Assert.Single(report.Faults));
        Assert.Contains(reason, report.Faults[0]);
        await using var db = Network.Db();
        Assert.False(await db.People.AnyAsync(p => p.ExternalId == $"{_id}-b"));
    }

    [Theory]
    [InlineData("2000-01-01,2000-12-31", "2000-06-01,", "somebody else", 0, 0)]
    [InlineData("2000-01-01,1999-12-31", "2000-06-01,", "lies before", 0, 0)]
    [InlineData("2000-01-01,2000-12-31", "2001-01-01,2000-01-01", "lies before", 0, 0)]
    [InlineData("2000-01-01,2000-12-31", "2000-06-01,2000-07-01", "places for deputies", 0, 9)]
    public async Task Places_in_the_council_keep_their_rules(string first, string second, string reason, int order, int otherOrder)
    {
        var report = await ImportAsync("id,given_name,family_name,seat,seat_order,seat_from,seat_until",
            string.Create(CultureInfo.InvariantCulture, $"{_id}-1,Ana,Eins,3,{order},{first}"), string.Create(CultureInfo.InvariantCulture, $"{_id}-2,Ana,Zwei,3,{otherOrder},{second}"));

        Assert.Contains(report.Faults, f => f.Contains(reason, StringComparison.Ordinal));
        await Network.ChangeAsync(async db => db.SeatAssignments.RemoveRange(await db.SeatAssignments.Where(a => a.From.Year < 2002).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_deputises_for_themselves_and_roles_do_not_overlap()
    {
        var report = await ImportAsync("id,given_name,family_name,organization,role,from,until,seat,seat_order,seat_from,seat_until",
            $"{_id},Ana,Doppelt,balkan-bruecke,member,2001-01-01,,3,0,2001-01-01,2001-12-31",
            $"{_id},,,,,,,3,1,2001-02-01,2001-03-01",
            $"{_id},,,balkan-bruecke,member,2002-01-01,,,,,");

        Assert.Equal(2, report.Failed);
        Assert.Contains("deputises", report.Faults[0]);
        Assert.Contains("overlaps", report.Faults[1]);
        await Network.ChangeAsync(async db => db.SeatAssignments.RemoveRange(await db.SeatAssignments.Where(a => a.From.Year < 2002).ToListAsync()));
    }

    [Theory]
    [InlineData("given_name,family_name", "\"id\"")]
    [InlineData("id,given_name", "\"family_name\"")]
    [InlineData("id,given_name,family_name,ID", "twice")]
    [InlineData("unsinn", "lacks")]
    public async Task A_header_that_cannot_be_used_stops_before_anything_is_written(string header, string reason)
    {
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(header, $"{_id},a,b,c"));
        Assert.Contains(reason, fault.Message);
    }

    [Fact]
    public async Task Broken_lines_and_unknown_columns_are_told()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes($"id,given_name,family_name,lieblingsfarbe\n{_id}-1,Stra"), 0xDF, .. Encoding.UTF8.GetBytes($"e,x,y\n{_id}-2,zu,viele,Zellen,hier\n{_id}-3,zu,wenig\n,ohne,Id,z\n{_id},Ana,Gut,blau\n")];
        var report = await RunAsync(file, false);

        Assert.Equal((5, 1, 4), (report.Lines, report.Added, report.Failed));
        Assert.Contains("UTF-8", report.Faults[0]);
        Assert.Contains("cells", report.Faults[1]);
        Assert.Contains("cells", report.Faults[2]);
        Assert.Contains("line 5: id", report.Faults[3]);
        Assert.Contains("lieblingsfarbe", Assert.Single(report.Warnings));
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_writes_nothing()
    {
        await using var db = Network.Db();
        var before = (await db.People.CountAsync(), await db.Outbox.CountAsync(), await db.Memberships.CountAsync());
        string[] lines = ["id,given_name,family_name,organization,role,from", $"{_id},Ana,Probe,balkan-bruecke,member,2020-01-01", $"{_id},,Anders,balkan-bruecke,member,2020-01-01", $"{_id}-b,A,B,x,y,z"];

        var dry = await RunAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)), true);
        Assert.Equal(before, (await db.People.CountAsync(), await db.Outbox.CountAsync(), await db.Memberships.CountAsync()));
        var real = await ImportAsync(lines);

        Assert.Equal((real.Lines, real.Added, real.Changed, real.Unchanged, real.Failed), (dry.Lines, dry.Added, dry.Changed, dry.Unchanged, dry.Failed));
        Assert.Equal(real.Faults, dry.Faults);
        Assert.Contains($"line 2 adds {_id}: ", dry.Changes[0]);
        Assert.Contains("\"Probe\" -> \"Anders\"", dry.Changes[1]);
    }

    private Task<ExchangeReport> ImportAsync(params string[] lines) => RunAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), false);

    private Task<ExchangeReport> RunAsync(byte[] file, bool dryRun) => Network.Get<PersonImport>().RunAsync(new MemoryStream(file), new ImportMode(dryRun));

    private async Task<Person> FindAsync()
    {
        await using var db = Network.Db();
        return await db.People.Include(p => p.Languages).Include(p => p.Topics).Include(p => p.Experience).Include(p => p.Consents).SingleAsync(p => p.ExternalId == _id);
    }
}

public sealed class PersonImportOnSqlite(SqliteNetwork store) : PersonImportTests(store), IClassFixture<SqliteNetwork>;

public sealed class PersonImportOnPostgres(PostgresNetwork store) : PersonImportTests(store), IClassFixture<PostgresNetwork>;
