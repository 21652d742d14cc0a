using System.Globalization;
using System.Text;
using Beirat.Network.Common;
using Beirat.Network.Import;
using Beirat.Network.Knowledge;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Import;

public abstract class ArticleImportTests(Store store)
{
    private readonly string _id = Guid.NewGuid().ToString("N");

    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_line_becomes_an_article()
    {
        var report = await ImportAsync($$"""
            {"id":"{{_id}}","title":"Ein Titel","text":"# Text\n\nmit **Wort**","language":"de","topics":["wohnungssuche","Teilhabe","katılım hakkı"],"audience":"members","source":"Stadt","date":"2026-03-14"}
            """);

        var article = (await FindAsync())!;
        Assert.Equal((1, 1, 0, 0), (report.Lines, report.Added, report.Updated, report.Failed));
        Assert.Equal(("Ein Titel", Audience.Members, "Stadt", "de"), (article.Title, article.Audience, article.Source, article.Language));
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 0, 0, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.Contains("<strong>Wort</strong>", article.Html);
        Assert.Equal(2, article.Topics.Count);
    }

    [Fact]
    public async Task The_same_id_again_updates_and_keeps_the_address()
    {
        await ImportAsync(Line(title: "Erster Titel"));
        var first = (await FindAsync())!;

        var report = await ImportAsync(Line(title: "Zweiter Titel"), Line(title: "Dritter Titel"));

        var article = (await FindAsync())!;
        Assert.Equal((0, 2), (report.Added, report.Updated));
        Assert.Equal((first.Id, first.Slug, "Dritter Titel"), (article.Id, article.Slug, article.Title));
    }

    [Theory]
    [InlineData("kein JSON", "not a JSON object")]
    [InlineData("[1,2]", "not a JSON object")]
    [InlineData("""{"title":"a","text":"b","language":"de"}""", "\"id\" is missing")]
    [InlineData("""{"id":"1","title":"a","language":"de"}""", "\"text\" is missing")]
    [InlineData("""{"id":"1","title":"a","text":"b"}""", "\"language\" is missing")]
    [InlineData("""{"id":7,"title":"a","text":"b","language":"de"}""", "\"id\" is not a text")]
    [InlineData("""{"id":"1","text":" \u202e ","language":"de"}""", "\"title\": empty")]
    [InlineData("""{"id":"1","title":"a","text":"b","language":"xx"}""", "\"language\"")]
    [InlineData("""{"id":"1","title":"a","text":"b","language":"de","audience":"everyone"}""", "\"audience\"")]
    [InlineData("""{"id":"1","title":"a","text":"b","language":"de","topics":["gibt es nicht"]}""", "there is no topic \"gibt es nicht\"")]
    [InlineData("""{"id":"1","title":"a","text":"b","language":"de","topics":"teilhabe"}""", "\"topics\"")]
    [InlineData("""{"id":"1","title":"a","text":"b","language":"de","topics":["\ud800"]}""", "no Unicode")]
    [InlineData("""{"id":"1","title":"a \ud800","text":"b","language":"de"}""", "no Unicode")]
    [InlineData("""{"id":"1","title":"a","text":"b","language":"de","date":"übermorgen"}""", "\"date\"")]
    [InlineData("""{"id":"1\u0000","title":"a","text":"b","language":"de"}""", "\"id\"")]
    [InlineData("""{"\ud800":"1","title":"a","text":"b","language":"de"}""", "")]
    public async Task A_bad_line_is_named_by_its_number_and_the_rest_goes_in(string bad, string reason)
    {
        var report = await ImportAsync(string.Empty, bad, Line());

        Assert.Equal((3, 1, 1), (report.Lines, report.Added, report.Failed));
        Assert.StartsWith("line 2: ", Assert.Single(report.Faults));
        Assert.Contains(reason, report.Faults[0]);
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task A_line_that_is_not_utf8_is_named_and_left_out()
    {
        byte[] broken = [.. Encoding.UTF8.GetBytes("""{"id":"latin1","title":"Stra"""), 0xDF, .. Encoding.UTF8.GetBytes("""e","text":"b","language":"de"}""" + "\n")];

        var report = await RunAsync(new MemoryStream([.. broken, .. Encoding.UTF8.GetBytes(Line())]));

        Assert.Equal((1, 1), (report.Added, report.Failed));
        Assert.StartsWith("line 1: ", Assert.Single(report.Faults));
        Assert.Contains("UTF-8", report.Faults[0]);
    }

    [Fact]
    public async Task An_id_that_is_not_utf8_is_not_mixed_up_with_another_one()
    {
        byte[] Broken(byte letter) => [.. Encoding.UTF8.GetBytes("{\"id\":\"Stra"), letter, .. Encoding.UTF8.GetBytes("e\",\"title\":\"a\",\"text\":\"b\",\"language\":\"de\"}\n")];

        var report = await RunAsync(new MemoryStream([.. Broken(0xDF), .. Broken(0xE4)]));

        Assert.Equal((0, 0, 2), (report.Added, report.Updated, report.Failed));
    }

    [Fact]
    public async Task Control_characters_in_a_source_do_no_harm()
    {
        await ImportAsync(Line(more: ",\"source\":\"Amt\\u0000 f\\u00fcr \\u202eSoziales\""));

        Assert.Equal("Amt für Soziales", (await FindAsync())!.Source);
    }

    [Theory]
    [InlineData("\"title\":\"\",", "Die Anmeldung ist kostenlos.", "Die Anmeldung ist kostenlos.")]
    [InlineData("", "# Anmeldung\\n\\nSie ist kostenlos.", "Anmeldung")]
    [InlineData(
        "\"title\":\" \",", "Wer zum ersten Mal in der Stadt wohnt, meldet sich innerhalb von zwei Wochen im Bürgeramt an und bringt einen Ausweis mit.",
        "Wer zum ersten Mal in der Stadt wohnt, meldet sich innerhalb von zwei Wochen im…")]
    public async Task An_article_without_a_title_is_called_by_how_it_begins(string title, string text, string wanted)
    {
        var report = await ImportAsync($$"""{"id":"{{_id}}",{{title}}"text":"{{text}}","language":"de"}""");

        Assert.Equal((1, 0), (report.Added, report.Failed));
        await using var db = Network.Db();
        Assert.Equal(wanted, (await db.Articles.SingleAsync(a => a.ExternalId == _id)).Title);
    }

    [Fact]
    public async Task The_same_title_twice_gets_two_addresses()
    {
        var title = $"Gleicher Titel {_id}";

        await ImportAsync(LineOf($"{_id}-a", title), LineOf($"{_id}-b", title));
        await ImportAsync(LineOf($"{_id}-c", title));

        await using var db = Network.Db();
        var slugs = await db.Articles.Where(a => a.Title == title).Select(a => a.Slug).ToListAsync();
        Assert.Equal(3, slugs.Distinct().Count());
        Assert.Contains(Slug.From(title), slugs);
        Assert.All(slugs, s => Assert.InRange(s.Length, 1, Slug.MaxLength));
    }

    [Fact]
    public async Task Only_the_first_hundred_faults_are_told_but_all_are_counted()
    {
        var report = await ImportAsync([.. Enumerable.Repeat("kaputt", 150)]);

        Assert.Equal((150, 100), (report.Failed, report.Faults.Count));
    }

    private static string LineOf(string id, string title, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{id}}","title":"{{title}}","text":"Ein Text.","language":"de"{{more}}}""");

    private string Line(string title = "Ein Titel", string more = "") => LineOf(_id, title, more);

    private Task<ImportReport> ImportAsync(params string[] lines) => RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    private Task<ImportReport> RunAsync(Stream lines) => Network.Get<ArticleImport>().RunAsync(lines, null);

    private async Task<Article?> FindAsync()
    {
        await using var db = Network.Db();
        return await db.Articles.Include(a => a.Topics).SingleOrDefaultAsync(a => a.ExternalId == _id);
    }
}

public sealed class ArticleImportOnSqlite(SqliteNetwork store) : ArticleImportTests(store), IClassFixture<SqliteNetwork>;

public sealed class ArticleImportOnPostgres(PostgresNetwork store) : ArticleImportTests(store), IClassFixture<PostgresNetwork>;
