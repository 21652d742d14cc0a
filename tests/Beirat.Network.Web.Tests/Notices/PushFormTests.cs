using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Beirat.Network.Testing;
using Beirat.Network.Web.Tests.Knowledge;
using Xunit;

namespace Beirat.Network.Web.Tests.Notices;

/// <summary>Devices by plain forms; what a script would put into the fields the test puts there.</summary>
public sealed class PushFormTests : IDisposable
{
    private const string Wishes = "/konto/mitteilungen";
    private const string Form = "#geraet-formular";

    private readonly PortalFactory _portal = new PortalFactory().With("Beirat:Push:Contact", "mailto:portal@beirat.example");

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Somebody_adds_a_device_sees_it_finds_it_in_their_data_and_removes_it()
    {
        using var member = await _portal.SignedInAsync(Cast.Member);
        member.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0");
        var page = await member.PageAsync(Wishes);
        Assert.Contains("JavaScript", page.QuerySelector("#geraet-hinweis")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector(Form)!.HasAttribute("hidden"));
        Assert.Equal(65, Base64Url.DecodeFromChars(page.QuerySelector(Form)!.GetAttribute("data-key")!).Length);

        using var added = await AddAsync(member, "https://fcm.googleapis.com/send/abc");

        page = await member.PageAsync(added.Target());
        Assert.NotNull(page.QuerySelector("#geraete .notice-success"));
        Assert.Equal("Firefox, Android", page.QuerySelector("#geraete .card-title")!.TextContent);
        var data = await member.JsonAsync("/konto/daten/meine-daten.json");
        Assert.Equal("https://fcm.googleapis.com/send/abc", data.GetProperty("pushDevices")[0].GetProperty("pushAddress").GetString());

        var token = page.QuerySelector("#geraete input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var gone = await member.Http.PostAsync(page.QuerySelector("#geraete .card button")!.GetAttribute("formaction"), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Empty((await member.PageAsync(gone.Target())).QuerySelectorAll("#geraete .card"));
    }

    [Theory]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://push.example/x")]
    [InlineData("")]
    public async Task What_is_no_known_push_service_is_refused_with_words(string endpoint)
    {
        using var member = await _portal.SignedInAsync(Cast.Member);

        using var refused = await AddAsync(member, endpoint);

        var page = await member.PageAsync(refused.Target());
        Assert.Contains("kennt den Dienst nicht", page.QuerySelector("#geraete .notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#geraete .card"));
    }

    [Fact]
    public async Task The_worker_is_served_where_it_controls_no_page()
    {
        using var anybody = _portal.Visitor();
        using var worker = await anybody.Http.GetAsync("/js/push-worker.js");
        Assert.Equal(HttpStatusCode.OK, worker.StatusCode);
        Assert.Contains("javascript", worker.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.False(worker.Headers.Contains("Service-Worker-Allowed"));
        Assert.DoesNotContain("fetch", await worker.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AddAsync(Visitor visitor, string endpoint)
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(false).Q;
        return visitor.SubmitAsync(Wishes, Form,
            ("endpoint", endpoint), ("key", Base64Url.EncodeToString([4, .. point.X!, .. point.Y!])), ("secret", Base64Url.EncodeToString(new byte[16])));
    }
}
