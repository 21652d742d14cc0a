using System.Net;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Knowledge;

/// <summary>Whatever goes wrong with an article, what was typed is still there.</summary>
public sealed class KeptArticleTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Mistakes_are_named_at_their_fields_and_nothing_is_lost()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        foreach (var (field, fields) in new (string, (string, string)[])[]
        {
            ("title", [("Entry.Title", " "), ("Entry.Text", "Bleibt")]),
            ("text", [("Entry.Title", "Ohne Text"), ("Entry.Text", "  ")]),
            ("reviewOn", [("Entry.Title", "Kein Tag"), ("Entry.Text", "Bleibt"), ("Entry.ReviewOn", "übermorgen")]),
            ("reviewOn", [("Entry.Title", "Ohne Tag"), ("Entry.Text", "Bleibt"), ("Entry.ReviewOn", "")]),
            ("audience", [("Entry.Title", "Zu eng"), ("Entry.Text", "Bleibt"), ("Entry.Audience", "Staff")]),
            ("language", [("Entry.Title", "Fremd"), ("Entry.Text", "Bleibt"), ("Entry.Language", "xx")]),
            ("topics", [("Entry.Title", "Thema"), ("Entry.Text", "Bleibt"), ("Entry.Topics", "gibt-es-nicht")]),
        })
        {
            using var answer = await member.PressAsync(ArticleForms.New, "publish", null, fields);

            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, answer.StatusCode));
            var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
            Assert.NotNull(page.QuerySelector($".error-summary a[href='#{field}']"));
            Assert.NotNull(page.QuerySelector($"#{field}"));
            foreach (var (name, value) in fields.Where(f => f.Item1 is "Entry.Title" or "Entry.Text" or "Entry.ReviewOn"))
                Assert.Equal(value, ((page.QuerySelector($"[name='{name}']") as IHtmlInputElement)?.Value ?? ((IHtmlTextAreaElement)page.QuerySelector($"[name='{name}']")!).Value));
        }
    }

    [Fact]
    public async Task A_preview_shows_the_text_and_saves_nothing()
    {
        using var member = await portal.SignedInAsync(Cast.Member);

        using var answer = await member.PressAsync(
            ArticleForms.New, "preview", null, ("Entry.Title", "Vorgeschaut"), ("Entry.Text", "\n\n# Überschrift\n\n<script>alert(1)</script> **fett**"), ("Entry.Topics", "bildung"), ("Entry.Language", "ar"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(("Überschrift", "fett"), (page.QuerySelector("#vorschau .rich h2")!.TextContent, page.QuerySelector("#vorschau strong")!.TextContent));
        Assert.Empty(page.QuerySelectorAll("#vorschau script"));
        Assert.Contains("<script>", ((IHtmlTextAreaElement)page.QuerySelector("#text")!).Value);
        Assert.Equal(("ar", "rtl"), (page.QuerySelector("#text")!.GetAttribute("lang"), page.QuerySelector("#text")!.GetAttribute("dir")));
        Assert.True(((IHtmlInputElement)page.QuerySelector("[name='Entry.Topics'][value='bildung']")!).IsChecked);
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/wissen/vorgeschaut"));
    }

    [Fact]
    public async Task A_file_that_a_preview_cannot_keep_is_asked_for_again()
    {
        using var member = await portal.SignedInAsync(Cast.Member);

        using var with = await member.PressAsync(ArticleForms.New, "preview", ("merkblatt.txt", "Ein Merkblatt"u8.ToArray()), ("Entry.Title", "Mit Datei"), ("Entry.Text", "Text"));
        using var without = await member.PressAsync(ArticleForms.New, "preview", null, ("Entry.Title", "Ohne Datei"), ("Entry.Text", "Text"));

        Assert.Equal("true", Visitor.Parse(await with.Content.ReadAsStringAsync()).QuerySelector("#file")!.GetAttribute("aria-invalid"));
        Assert.Null(Visitor.Parse(await without.Content.ReadAsStringAsync()).QuerySelector("#file")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Two_who_change_one_article_see_each_others_change()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var article = await member.PublishAsync("Zwei schreiben", "Der erste Text");
        var (edit, opened) = ($"{article}/bearbeiten", await member.PageAsync($"{article}/bearbeiten"));
        using var first = await staff.PressAsync(edit, "publish", null, ("Entry.Text", "Der Text der Stabsstelle"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await member.PressAsync(opened, edit, "publish", null, ("Entry.Text", "Der Text des Mitglieds"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = Visitor.Parse(await second.Content.ReadAsStringAsync());
        Assert.Equal("Der Text des Mitglieds", ((IHtmlTextAreaElement)page.QuerySelector("#text")!).Value);
        Assert.Contains("Der Text der Stabsstelle", page.QuerySelector("#inzwischen")!.TextContent);
        Assert.Contains("Tabea", page.QuerySelector("#inzwischen")!.TextContent);
        using var visitor = portal.Visitor();
        Assert.Contains("Der Text der Stabsstelle", await visitor.TextAsync(article));

        using var third = await member.PressAsync(page, edit, "publish", null);
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
        Assert.Contains("Der Text des Mitglieds", await visitor.TextAsync(article));
    }

    [Theory]
    [InlineData(ArticleForms.New, "beitrag", "Entry.Text", "#text")]
    [InlineData("/wissen/sammlungen/neu", "sammlung", "Entry.Introduction", "#introduction")]
    public async Task A_form_without_a_good_token_does_nothing_and_keeps_the_text(string page, string form, string field, string area)
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var visitor = portal.Visitor();
        foreach (var sender in new[] { member, visitor })
        {
            var fields = new Dictionary<string, string> { ["_handler"] = form, ["Entry.Title"] = "Untergeschoben", [field] = "Lange getippt", ["Entry.Step"] = "publish", ["Entry.Articles"] = "kita" };

            using var answer = await sender.Http.PostAsync(page, new FormUrlEncodedContent(fields));

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("Lange getippt", ((IHtmlTextAreaElement)Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector(area)!).Value);
        }

        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/wissen/untergeschoben"));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/wissen/sammlungen/untergeschoben"));
    }

    [Fact]
    public async Task A_session_that_ended_while_somebody_wrote_costs_nothing()
    {
        var jar = new CookieContainer();
        using var member = portal.Visitor(jar);
        await member.SignInAsync(Cast.Member);
        var typing = await member.PageAsync(ArticleForms.New);
        jar.EndSession();

        using var refused = await member.PressAsync(typing, ArticleForms.New, "publish", null, ("Entry.Title", "Nach Mitternacht"), ("Entry.Text", "Eine Stunde Arbeit"), ("Entry.Audience", "Public"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var kept = Visitor.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal("Eine Stunde Arbeit", ((IHtmlTextAreaElement)kept.QuerySelector("#text")!).Value);
        Assert.NotNull(kept.QuerySelector("#sitzung a[href='/konto/anmelden']"));

        await member.SignInAsync(Cast.Member);
        using var again = await member.PressAsync(kept, ArticleForms.New, "publish", null);
        var confirm = Visitor.Parse(await again.Content.ReadAsStringAsync());
        using var sent = await member.PressAsync(confirm, ArticleForms.New, "publish", null);
        Assert.Equal("/wissen/nach-mitternacht?gespeichert=1", sent.Target());
    }
}
