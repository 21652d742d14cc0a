using System.Net;
using System.Text.Json;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Search and expert finder for programs, and the description of the API.</summary>
public sealed class ReadApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Kinds = ["article", "person", "organization", "post", "discussion", "meeting", "event", "topic"];

    [Fact]
    public async Task Search_carries_the_names_of_the_contract()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var answer = await visitor.JsonAsync("/api/suche?q=Wohnungssuche");

        Assert.Equal(["concepts", "hits", "query", "splits", "tookMs", "total"], Names(answer));
        Assert.Equal("Wohnungssuche", answer.GetProperty("query").GetString());
        Assert.Equal(["from", "id", "label"], Names(answer.GetProperty("concepts")[0]));
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        Assert.Equal(["externalId", "id", "kind", "language", "reasons", "score", "snippet", "title", "url"], Names(hits[0]));
        Assert.All(hits, h => Assert.Contains(h.GetProperty("kind").GetString(), Kinds));
        Assert.All(hits, h => Assert.NotEmpty(h.GetProperty("reasons").EnumerateArray()));
        Assert.Equal(hits.Select(h => h.GetProperty("score").GetDecimal()).OrderDescending(), hits.Select(h => h.GetProperty("score").GetDecimal()));
        foreach (var hit in hits) Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(hit.GetProperty("url").GetString()!));
    }

    [Fact]
    public async Task A_snippet_marks_what_was_found_and_escapes_the_rest()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var posted = await member.PostAsync(Threads.Housing, "Nebenkostenpauschale: 5 < 6 & `<b>` bleibt Text");
        await Wait.UntilAsync(async () => (await FirstAsync()) is not null, "the post is found");

        Assert.Equal("<mark>Nebenkostenpauschale</mark>: 5 &lt; 6 &amp; &lt;b&gt; bleibt Text", await FirstAsync());

        async Task<string?> FirstAsync() => (await member.JsonAsync("/api/suche?q=Nebenkostenpauschale")).GetProperty("hits").EnumerateArray()
            .Select(h => h.GetProperty("snippet").GetString()).FirstOrDefault();
    }

    [Fact]
    public async Task Search_comes_in_parts_that_do_not_overlap_and_can_be_narrowed()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();
        var ids = new List<string>();
        var total = 0;
        for (var page = 1; page <= 3; page++)
        {
            var answer = await visitor.JsonAsync($"/api/suche?q=Verein&anzahl=5&seite={page}");
            total = answer.GetProperty("total").GetInt32();
            ids.AddRange(answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("id").GetString()!));
        }

        Assert.True(total > 15);
        Assert.Equal(15, ids.Distinct().Count());
        var narrowed = (await visitor.JsonAsync("/api/suche?q=Verein&art=article&sprache=tr")).GetProperty("hits").EnumerateArray().ToList();
        Assert.All(narrowed, h => Assert.Equal(("article", "tr"), (h.GetProperty("kind").GetString(), h.GetProperty("language").GetString())));
    }

    [Fact]
    public async Task The_points_of_the_evidence_add_up_to_the_score()
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        var answer = await visitor.JsonAsync("/api/beratung/vorschlaege?q=Wohnungssuche+Familien&sprache=ar");

        Assert.Equal(["hits", "query"], Names(answer));
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        Assert.True(hits.Count >= 2);
        Assert.Equal(["available", "evidence", "openRequests", "person", "score"], Names(hits[0]));
        Assert.Equal(["id", "name", "url"], Names(hits[0].GetProperty("person")));
        Assert.Equal("Yusuf Al-Hamdani", hits[0].GetProperty("person").GetProperty("name").GetString());
        foreach (var hit in hits)
        {
            var evidence = hit.GetProperty("evidence").EnumerateArray().ToList();
            Assert.All(evidence, e => Assert.Equal(["date", "kind", "onlyMonth", "points", "title", "url", "why"], Names(e)));
            Assert.Equal(hit.GetProperty("score").GetDecimal(), evidence.Sum(e => e.GetProperty("points").GetDecimal()));
        }
    }

    [Theory]
    [InlineData("/api/suche?q=a&seite=x")]
    [InlineData("/api/suche?q=a&seite=0")]
    [InlineData("/api/suche?q=a&seite=-1")]
    [InlineData("/api/suche?q=a&seite=99999999999999999999")]
    [InlineData("/api/suche?q=a&anzahl=abc")]
    [InlineData("/api/suche?q=a&anzahl=0")]
    [InlineData("/api/suche?q=a&art=unsinn")]
    [InlineData("/api/suche?q=a&art=5")]
    [InlineData("/api/diskussionen/{0}/beitraege?nach=x")]
    [InlineData("/api/diskussionen/{0}/beitraege?anzahl=1.5")]
    public async Task Garbage_in_a_parameter_is_a_problem_of_the_caller(string address)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();

        using var answer = await visitor.Http.GetAsync(address.Replace("{0}", Threads.Housing.ToString(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.JsonAsync();
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        // The search says what is wrong, by the parameter's name.
        if (address.StartsWith("/api/suche", StringComparison.Ordinal)) Assert.Contains(address.Split('&')[1].Split('=')[0], problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%22%28%5B%7B*%3F%7E%5C%2B-%26%26%7C%7C%21%3A")]
    [InlineData("?q=AND+OR+NOT")]
    [InlineData("?q=%00%01%ff")]
    [InlineData("?q=und+der+die")]
    [InlineData("?q=a&sprache=unsinn")]
    [InlineData("?q=700")]
    public async Task Any_question_gets_an_answer(string query)
    {
        await portal.ReadyAsync();
        using var visitor = portal.Visitor();
        if (query == "?q=700") query = $"?q={string.Join('+', Enumerable.Range(0, 700).Select(i => $"wort{i}"))}";

        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync($"/api/suche{query}"));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync($"/suche{query}"));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync($"/api/beratung/vorschlaege{query}"));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync($"/beratung{query}"));
    }

    [Fact]
    public async Task Unknown_addresses_of_the_API_are_problems_too()
    {
        using var visitor = portal.Visitor();
        foreach (var address in new[] { "/api/unsinn", "/api", "/api/diskussionen/unsinn/beitraege" })
        {
            using var answer = await visitor.Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task The_description_lists_the_addresses_of_the_contract()
    {
        using var visitor = portal.Visitor();

        var description = await visitor.JsonAsync("/api/openapi.json");

        Assert.StartsWith("3.", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = description.GetProperty("paths");
        Assert.Equal(["/api/begriffe", "/api/begriffe/{id}", "/api/beratung/vorschlaege", "/api/diskussionen/{id}/beitraege", "/api/suche"], Names(paths));
        Assert.Equal(["get", "post"], Names(paths.GetProperty("/api/diskussionen/{id}/beitraege")));
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
}
