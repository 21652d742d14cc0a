using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Beirat.Network.Accounts;
using Beirat.Network.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The posts API, as the contract with other programs says it.</summary>
public sealed class PostApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Posts_come_in_order_in_parts_after_a_number()
    {
        using var visitor = portal.Visitor();
        var all = new List<long>();
        for (var after = 0L; ;)
        {
            var answer = await visitor.JsonAsync($"{Threads.Api(Threads.Tower)}?nach={after}&anzahl=25");
            var part = answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("sequence").GetInt64()).ToList();
            Assert.Equal(60, answer.GetProperty("last").GetInt64());
            if (part.Count == 0) break;
            Assert.True(part.Count <= 25);
            all.AddRange(part);
            after = part[^1];
        }

        Assert.Equal(Enumerable.Range(1, 60).Select(i => (long)i), all);
        Assert.Equal(50, (await visitor.JsonAsync(Threads.Api(Threads.Tower))).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_post_carries_the_names_of_the_contract()
    {
        using var visitor = portal.Visitor();

        var answer = await visitor.JsonAsync($"{Threads.Api(Threads.Housing)}?anzahl=1");

        Assert.Equal(["items", "last"], Names(answer));
        Assert.Equal(
            ["at", "author", "capacity", "edited", "html", "id", "key", "language", "removed", "sequence", "text"], Names(answer.GetProperty("items")[0]));
        Assert.Equal("Yusuf Al-Hamdani", answer.GetProperty("items")[0].GetProperty("author").GetString());
        Assert.Equal(new DateTimeOffset(2026, 1, 12, 19, 10, 0, TimeSpan.Zero), answer.GetProperty("items")[0].GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_new_post_answers_201_and_the_same_key_is_the_same_post()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var before = await member.LastAsync(Threads.Housing);
        var key = Guid.NewGuid();

        var answers = new List<JsonElement>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await member.PostAsync(Threads.Housing, i == 0 ? "Einmal" : "Noch einmal", key);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            answers.Add(await answer.JsonAsync());
        }

        Assert.Equal(["id", "sequence"], Names(answers[0]));
        Assert.Equal(before + 1, answers[0].GetProperty("sequence").GetInt64());
        Assert.Single(answers.Select(a => a.GetRawText()).Distinct());
        var stored = (await member.JsonAsync($"{Threads.Api(Threads.Housing)}?nach={before}")).GetProperty("items");
        Assert.Equal("Einmal", Assert.Single(stored.EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(key, stored[0].GetProperty("key").GetGuid());
        await ProblemAsync(await member.PostAsync(Threads.Interpreting, "Anderswo", key), 422, "key");
    }

    [Fact]
    public async Task Refusals_are_problems_with_the_right_status()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var anybody = portal.Visitor();

        await ProblemAsync(await anybody.PostAsync(Threads.Housing, "Hallo"), 401);
        await ProblemAsync(await member.PostAsync(Threads.Closed, "Hallo"), 403);
        await ProblemAsync(await member.PostAsync(Threads.ForStaff, "Hallo"), 404);
        await ProblemAsync(await member.PostAsync(Guid.NewGuid(), "Hallo"), 404);
        await ProblemAsync(await member.PostAsync(Threads.Housing, " "), 422, "text");
        await ProblemAsync(await member.PostAsync(Threads.Housing, new string('a', 10_001)), 422, "text");
        await ProblemAsync(await member.PostAsync(Threads.Housing, "Hallo", language: "xx"), 422, "language");
        await ProblemAsync(await member.Http.PostAsJsonAsync(Threads.Api(Threads.Housing), new { text = "Hallo", language = "de", capacity = "member-1" }), 422, "capacity");
    }

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("{\"text\":5}", "application/json", 400)]
    [InlineData("{\"text\":\"Hallo\",\"language\":\"de\",\"key\":\"unsinn\"}", "application/json", 400)]
    [InlineData("text=Hallo&language=de", "application/x-www-form-urlencoded", 415)]
    [InlineData("{\"text\":\"Hallo\",\"language\":\"de\"}", "text/plain", 415)]
    public async Task Broken_bodies_are_the_senders_fault(string body, string type, int expected)
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var before = await member.LastAsync(Threads.Interpreting);
        using var content = new StringContent(body, Encoding.UTF8, type);

        await ProblemAsync(await member.Http.PostAsync(Threads.Api(Threads.Interpreting), content), expected);

        Assert.Equal(before, await member.LastAsync(Threads.Interpreting));
    }

    [Fact]
    public async Task A_token_opens_the_API_for_its_owner_and_nothing_else()
    {
        var token = (await portal.Services.GetRequiredService<AccountDirectory>().CreateTokenAsync(Cast.Member))!;
        using var program = portal.Visitor().With(token);

        using var posted = await program.PostAsync(Threads.ForMembers, "Von einem Programm");
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await program.StatusAsync(Threads.Api(Threads.ForStaff)));
        Assert.Equal(HttpStatusCode.NotFound, await program.StatusAsync(Threads.Page(Threads.ForMembers)));
        Assert.Equal(HttpStatusCode.Redirect, await program.StatusAsync("/konto"));
    }

    [Fact]
    public async Task A_wrong_token_is_not_signed_in()
    {
        using var program = portal.Visitor();
        program.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer beirat_unsinn");

        await ProblemAsync(await program.PostAsync(Threads.Housing, "Hallo"), 401);
        Assert.Equal(HttpStatusCode.NotFound, await program.StatusAsync(Threads.Api(Threads.ForMembers)));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_cookie_from_another_site_posts_nothing(string header, string value)
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var before = await member.LastAsync(Threads.Interpreting);
        member.Http.DefaultRequestHeaders.Add(header, value);

        await ProblemAsync(await member.PostAsync(Threads.Interpreting, "Untergeschoben"), 403);

        Assert.Equal(before, await member.LastAsync(Threads.Interpreting));
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static async Task ProblemAsync(HttpResponseMessage answer, int status, string? field = null)
    {
        using (answer)
        {
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            var problem = await answer.JsonAsync();
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            if (field is not null) Assert.Equal([field], Names(problem.GetProperty("errors")));
        }
    }
}
