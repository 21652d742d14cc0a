using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using NetVips;
using Xunit;

namespace Beirat.Network.Web.Tests.Knowledge;

/// <summary>Files are handed out safely, to those who may read the article, and to nobody else.</summary>
public sealed class AttachmentTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_file_is_handed_over_and_runs_nothing()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Mit Merkblatt", "Siehe Datei.");
        var address = await AttachAsync(member, article, "Merkblatt „neu“.exe", SampleFiles.Pdf("Inhalt"));
        using var visitor = portal.Visitor();

        using var file = await visitor.Http.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        Assert.EndsWith("/Merkblatt-neu.pdf", address, StringComparison.Ordinal);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(file.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("sandbox", policy);
        Assert.DoesNotContain("'self'", policy);
        Assert.Equal("no-cache", file.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(address.Replace("Merkblatt-neu.pdf", "anders.pdf", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(address.Replace(article, "/wissen/ankommen-in-heilbronn", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_is_as_hidden_as_its_article()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Internes Papier", "Nur für uns.", "Members");
        var address = await AttachAsync(member, article, "papier.txt", Encoding.UTF8.GetBytes("Beratungsgeheimniswort"));

        using var file = await member.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        // An answer that renews the cookie of the session says "no-cache, no-store".
        Assert.True(file.Headers.CacheControl!.NoStore);
        foreach (var email in new[] { string.Empty, Cast.Organization })
        {
            using var other = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(address));
            Assert.DoesNotContain("Internes Papier", await other.TextAsync("/suche?q=Beratungsgeheimniswort"));
        }

        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var withdrawn = await staff.SubmitAsync($"{article}/bearbeiten", "form[action$='rueckzug']", ("grund", "Veraltet"));
        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        Assert.Equal(HttpStatusCode.NotFound, await deputy.StatusAsync(address));
        Assert.DoesNotContain("papier.txt", await deputy.TextAsync("/suche?q=Beratungsgeheimniswort"));
    }

    [Fact]
    public async Task A_picture_is_shown_and_tells_no_place()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Mit Bild", "Siehe Bild.");
        using var black = Image.Black(3_000, 1_000, bands: 3);
        using var marked = black.Mutate(m => m.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "GeheimerOrt"));
        var address = await AttachAsync(member, article, "bild.jpg", marked.PngsaveBuffer());

        using var file = await member.Http.GetAsync(address);

        Assert.Equal(("image/png", "inline"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain("GeheimerOrt", Encoding.Latin1.GetString(bytes));
        using var image = Image.NewFromBuffer(bytes);
        Assert.Equal((2_400, 800), (image.Width, image.Height));
    }

    [Fact]
    public async Task What_is_refused_is_named_and_the_text_is_kept()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Ohne Programme", "Text.");
        foreach (var (bytes, words) in new[] { (Encoding.Latin1.GetBytes("MZ\0\u0001"), "PDF, DOCX"), (new byte[21 * 1024 * 1024], "20 MB"), ([], "leer") })
        {
            using var answer = await member.PressAsync($"{article}/bearbeiten", "attach", ("datei.pdf", bytes), ("Entry.Text", "Ungespeichertes"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Contains(words, page.QuerySelector("#file-fehler")!.TextContent);
            Assert.Equal("Ungespeichertes", ((IHtmlTextAreaElement)page.QuerySelector("#text")!).Value);
        }

        for (var i = 0; i < 10; i++) await AttachAsync(member, article, $"datei-{i}.txt", Encoding.UTF8.GetBytes($"Nummer {i}"));
        using var eleventh = await member.PressAsync($"{article}/bearbeiten", "attach", ("elf.txt", "elf"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, eleventh.StatusCode);

        var form = await member.PageAsync($"{article}/bearbeiten");
        using var removed = await member.PressAsync(form, $"{article}/bearbeiten", form.QuerySelector("button[value^='remove:']")!.GetAttribute("value")!, null, ("Entry.Text", "Noch immer da"));
        var after = Visitor.Parse(await removed.Content.ReadAsStringAsync());
        Assert.Equal((9, "Noch immer da"), (after.QuerySelectorAll("button[value^='remove:']").Length, ((IHtmlTextAreaElement)after.QuerySelector("#text")!).Value));
    }

    [Fact]
    public async Task A_locked_file_is_kept_and_said_to_be_unread()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        var article = await member.PublishAsync("Verschlossen", "Siehe Datei.");
        await AttachAsync(member, article, "zu.pdf", SampleFiles.LockedPdf());

        Assert.Contains("nicht durchsuchbar", (await member.PageAsync(article)).QuerySelector("#dateien")!.TextContent);
    }

    [Fact]
    public async Task Nobody_else_attaches_or_removes()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var article = await staff.PublishAsync("Der Stabsstelle", "Text.");
        using var member = await portal.SignedInAsync(Cast.Member);
        var own = await member.PageAsync(ArticleForms.New);

        using var answer = await member.PressAsync(own, $"{article}/bearbeiten", "attach", ("x.txt", "x"u8.ToArray()));
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = ((IHtmlInputElement)own.QuerySelector("#beitrag-formular [name='__RequestVerificationToken']")!).Value,
            ["_handler"] = "beitrag", ["Entry.Step"] = "publish", ["Entry.Title"] = "Gekapert", ["Entry.Text"] = "Gekapert",
        };
        using var forged = await member.Http.PostAsync($"{article}/bearbeiten", new FormUrlEncodedContent(fields));
        using var nowhere = await member.Http.PostAsync("/wissen/gibt-es-nicht/bearbeiten", new FormUrlEncodedContent(fields));

        Assert.False(forged.IsSuccessStatusCode);
        Assert.Equal(nowhere.StatusCode, forged.StatusCode);
        using var visitor = portal.Visitor();
        Assert.DoesNotContain("Gekapert", await visitor.TextAsync(article));
        Assert.Null((await visitor.PageAsync(article)).QuerySelector("#dateien"));
    }

    private static async Task<string> AttachAsync(Visitor writer, string article, string name, byte[] bytes)
    {
        using var answer = await writer.PressAsync($"{article}/bearbeiten", "attach", (name, bytes));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("#dateien a[id^='anhang-']")[^1].GetAttribute("href")!;
    }
}
