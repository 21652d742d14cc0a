using System.Net;
using System.Text;
using Beirat.Network.Testing;
using NetVips;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>A picture is scaled, loses what it tells about its owner, and is shown to whom its owner allows.</summary>
public sealed class PhotoTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Page = "/konto/profil/foto";
    private const string Person = "/mitglieder/aylin-demirtas";
    private const string Secret = "GeheimerOrt49Grad";

    [Fact]
    public async Task A_picture_is_made_small_and_tells_no_place()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        await member.ShowAsync("Photo", "Public");

        using var answer = await SendAsync(member, Picture(2_000, 1_500), "foto.png");

        Assert.EndsWith("gespeichert=1", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var anybody = portal.Visitor();
        var address = (await anybody.PageAsync(Person)).QuerySelector("img.portrait")!.GetAttribute("src")!;
        using var shown = await anybody.Http.GetAsync(address);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no-cache", shown.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var bytes = await shown.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var image = Image.NewFromBuffer(bytes);
        Assert.Equal((640, 480), (image.Width, image.Height));

        await member.ShowAsync("Photo", string.Empty);

        Assert.Null((await anybody.PageAsync(Person)).QuerySelector("img.portrait"));
        Assert.Equal(HttpStatusCode.NotFound, await anybody.StatusAsync(address));
        Assert.Equal(HttpStatusCode.OK, await member.StatusAsync(address));
        using var removed = await member.SubmitAsync(Page, "form[action$='entfernung']");
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(address));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("GIF89a no picture either")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0 begins like one, goes on otherwise")]
    [InlineData("")]
    public async Task What_is_no_picture_is_refused_at_the_field(string content)
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);

        using var answer = await SendAsync(deputy, Encoding.Latin1.GetBytes(content), "foto.jpg");

        var page = await deputy.PageAsync(answer.Headers.Location!.ToString());
        Assert.NotNull(page.QuerySelector("#photo-fehler"));
        Assert.Null(page.QuerySelector("img.portrait"));
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_with_a_word_on_the_size()
    {
        using var deputy = await portal.SignedInAsync(Cast.Deputy);

        using var answer = await SendAsync(deputy, new byte[50 * 1024 * 1024], "foto.jpg");

        Assert.Contains("15 MB", (await deputy.PageAsync(answer.Headers.Location!.ToString())).QuerySelector("#photo-fehler")!.TextContent, StringComparison.Ordinal);
    }

    private static byte[] Picture(int width, int height)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var marked = black.Mutate(m => m.Set(GValue.GStrType, "exif-ifd0-ImageDescription", Secret));
        return marked.PngsaveBuffer();
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, byte[] content, string name)
    {
        var page = await visitor.PageAsync(Page);
        var token = page.QuerySelector("form[action$='bild'] input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "photo", name } };
        return await visitor.Http.PostAsync("/konto/profil/foto/bild", form);
    }
}
