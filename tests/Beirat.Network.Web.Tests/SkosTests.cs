using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The concept scheme for programs: both formats say the same, and what they say keeps the rules of SKOS.</summary>
public sealed partial class SkosTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Skos = "http://www.w3.org/2004/02/skos/core#";
    private const string Dct = "http://purl.org/dc/terms/";
    private const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    [Fact]
    public async Task Both_formats_hold_the_same_statements()
    {
        using var visitor = portal.Visitor();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var made = await staff.SubmitAsync(
            "/verwaltung/neuer-begriff", "main form.stack", ("Entry.Names[de]", "Wort mit \"Zeichen\" \\ und ' und 😀"), ("Entry.Names[ar]", "كلمة\u061C، أخرى"),
            ("Entry.Definitions[de]", "Eine \"Erklärung\" mit \\n, <b>Tags</b> & mehr."));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);

        var json = JsonStatements(JsonDocument.Parse(await visitor.TextAsync("/api/begriffe")));
        var turtle = TurtleStatements(await visitor.TextAsync("/api/begriffe?format=ttl"));

        Assert.True(json.Count > 30_000, $"{json.Count} statements");
        Assert.Empty(json.Except(turtle).Take(5));
        Assert.Empty(turtle.Except(json).Take(5));
        Assert.Contains(turtle, s => s.Object == "Eine \"Erklärung\" mit \\n, <b>Tags</b> & mehr.@de");
    }

    [Fact]
    public async Task The_rules_of_skos_hold()
    {
        using var visitor = portal.Visitor();
        var all = TurtleStatements(await visitor.TextAsync("/api/begriffe?format=ttl"));
        var concepts = all.Where(s => s is { Property: Type, Object: Skos + "Concept" }).Select(s => s.Subject).ToHashSet();
        var preferred = all.Where(s => s.Property == Skos + "prefLabel").ToList();

        Assert.True(concepts.Count >= 1_000, $"{concepts.Count} concepts");
        Assert.Distinct(preferred.Select(p => (p.Subject, p.Object[p.Object.LastIndexOf('@')..])));
        Assert.Empty(preferred.Select(p => (p.Subject, p.Object)).Intersect(all.Where(s => s.Property == Skos + "altLabel").Select(s => (s.Subject, s.Object))));
        Assert.All(all.Where(s => s.Property is Skos + "broader" or Skos + "narrower" or Skos + "related"), s => Assert.Contains(s.Object, concepts));
        foreach (var (one, other) in new[] { ("broader", "narrower"), ("related", "related"), ("topConceptOf", "hasTopConcept") })
        {
            Assert.Equal(
                all.Where(s => s.Property == Skos + one).Select(s => (s.Subject, s.Object)).Order(),
                all.Where(s => s.Property == Skos + other).Select(s => (Subject: s.Object, Object: s.Subject)).Order());
        }

        var broader = all.Where(s => s.Property == Skos + "broader").ToLookup(s => s.Subject, s => s.Object);
        Assert.DoesNotContain(all.Where(s => s.Property == Skos + "related"), s => Above(s.Subject, broader).Contains(s.Object));
    }

    [Theory]
    [InlineData(null, "", "application/ld+json")]
    [InlineData("*/*", "", "application/ld+json")]
    [InlineData("text/turtle", "", "text/turtle")]
    [InlineData("application/ld+json;q=0.5, text/turtle", "", "text/turtle")]
    [InlineData("text/turtle;q=0.1, application/json", "", "application/ld+json")]
    [InlineData("application/ld+json", "?format=ttl", "text/turtle")]
    public async Task The_format_is_agreed_on_and_what_is_known_is_not_sent_again(string? accept, string query, string expected)
    {
        using var visitor = portal.Visitor();
        using var first = await GetAsync(visitor, $"/api/begriffe/aufenthalt{query}", accept, null);
        using var again = await GetAsync(visitor, $"/api/begriffe/aufenthalt{query}", accept, first.Headers.ETag!.ToString());

        Assert.Equal((HttpStatusCode.OK, expected), (first.StatusCode, first.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_change_makes_another_etag_and_one_concept_stands_alone()
    {
        using var visitor = portal.Visitor();
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var before = await visitor.Http.GetAsync("/api/begriffe/kita");
        using var saved = await staff.SubmitAsync("/verwaltung/begriffe/kita", "main form.stack", ("Entry.Names[en]", "nursery\nday nursery wonderland"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        using var after = await GetAsync(visitor, "/api/begriffe/kita", null, before.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        var text = await after.Content.ReadAsStringAsync();
        Assert.Contains("day nursery wonderland", text, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(text).RootElement.GetProperty("@graph").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync("/api/begriffe/gibt-es-nicht"));
        Assert.Equal(HttpStatusCode.BadRequest, await visitor.StatusAsync("/api/begriffe?format=xml"));
    }

    private static async Task<HttpResponseMessage> GetAsync(Visitor visitor, string address, string? accept, string? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await visitor.Http.SendAsync(request);
    }

    private static HashSet<string> Above(string concept, ILookup<string, string> broader)
    {
        var above = new HashSet<string>();
        var open = new Stack<string>(broader[concept]);
        while (open.TryPop(out var next))
        {
            if (above.Add(next)) foreach (var further in broader[next]) open.Push(further);
        }

        return above;
    }

    // What a JSON-LD processor makes of it, by the context that is sent.
    private static HashSet<Statement> JsonStatements(JsonDocument json)
    {
        var context = json.RootElement.GetProperty("@context");
        var statements = new HashSet<Statement>();
        foreach (var node in json.RootElement.GetProperty("@graph").EnumerateArray())
        {
            var subject = node.GetProperty("id").GetString()!;
            statements.Add(new(subject, Type, Full(node.GetProperty("type").GetString()!)));
            foreach (var member in node.EnumerateObject().Where(m => m.Name is not ("id" or "type")))
            {
                var term = context.GetProperty(member.Name);
                var property = Full(term.GetProperty("@id").GetString()!);
                var values = term.TryGetProperty("@container", out _)
                    ? member.Value.EnumerateObject().SelectMany(l => Values(l.Value).Select(v => $"{v}@{l.Name}"))
                    : Values(member.Value);
                foreach (var value in values) Assert.True(statements.Add(new(subject, property, value)), $"twice: {subject} {property} {value}");
            }
        }

        return statements;
    }

    private static IEnumerable<string> Values(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!) : [value.GetString()!];

    private static HashSet<Statement> TurtleStatements(string turtle)
    {
        var body = string.Join('\n', turtle.Split('\n').Where(l => !l.StartsWith("@prefix", StringComparison.Ordinal)));
        var statements = new HashSet<Statement>();
        var read = string.Concat(Token().Matches(body).Select(m => m.Value)).Length;
        Assert.Equal(body.Count(c => !char.IsWhiteSpace(c)), read - Token().Matches(body).Sum(m => m.Value.Count(char.IsWhiteSpace)));
        string? subject = null, property = null;
        foreach (Match token in Token().Matches(body))
        {
            switch (token.Value)
            {
                case ".": subject = property = null; break;
                case ";": property = null; break;
                case ",": break;
                default:
                    if (subject is null) subject = Term(token.Value);
                    else if (property is null) property = Term(token.Value);
                    else Assert.True(statements.Add(new(subject, property, Term(token.Value))), token.Value);
                    break;
            }
        }

        Assert.Null(subject);
        return statements;
    }

    private static string Term(string token) => token[0] switch
    {
        '<' => token[1..^1],
        '"' => Escape().Replace(token[1..token.LastIndexOf('"')], e => e.Value[1] switch
        {
            'n' => "\n", 'r' => "\r", 't' => "\t", 'u' => ((char)Convert.ToInt32(e.Value[2..], 16)).ToString(), var c => c.ToString(),
        }) + token[(token.LastIndexOf('"') + 1)..],
        _ => token == "a" ? Type : Full(token),
    };

    private static string Full(string name) =>
        name.StartsWith("skos:", StringComparison.Ordinal) ? Skos + name[5..] : name.StartsWith("dct:", StringComparison.Ordinal) ? Dct + name[4..] : name;

    [GeneratedRegex("""<[^<>"{}|^`\\\x00-\x20]*>|"(?:[^"\\\n\r]|\\[tbnrf"'\\]|\\u[0-9A-F]{4})*"@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*|[a-z]+:[A-Za-z]+|a(?=\s)|[.;,]""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\\(?:u[0-9A-F]{4}|.)")]
    private static partial Regex Escape();

    private sealed record Statement(string Subject, string Property, string Object);
}
