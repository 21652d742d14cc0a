using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Beirat.Network.Web.Tests.Discussions;
using Beirat.Network.Web.Tests.Knowledge;
using Xunit;

namespace Beirat.Network.Web.Tests.Mail;

/// <summary>From a post to the mail about it, and from the mail to no more mails.</summary>
public sealed class ThreadMailTests : IAsyncLifetime
{
    private const string Wishes = "/konto/mitteilungen";

    private readonly MailPortal _portal = new();

    public ValueTask InitializeAsync()
    {
        _portal.Sink.Open();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Somebody_is_told_by_mail_and_ends_such_mails_by_one_click_without_signing_in()
    {
        using var deputy = await _portal.SignedInAsync(Cast.Deputy);
        using var member = await _portal.SignedInAsync(Cast.Member);
        using var anybody = _portal.Visitor();
        var thread = await ThreadPagesTests.StartAsync(member, "Vorlesen im Park", "Members");
        using var said = await deputy.SubmitAsync(thread, "#beitrag-formular", ("Entry.Text", "Das weiß @Aylin Demirtaş. Streng geheim."));

        var mail = await _portal.ToAsync(Cast.Member, "erwähnt");

        var text = mail.TextBody!.ReplaceLineEndings("\n");
        Assert.Contains($"Vorlesen im Park\n1 neuer Beitrag. Sie werden dort erwähnt.\n{MailPortal.Public}{thread}?beitrag=1#beitrag-1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", text, StringComparison.Ordinal);
        Assert.Contains($"{MailPortal.Public}{Wishes}", text, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var stop = mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
        Assert.Contains($"\n{stop}\n", text, StringComparison.Ordinal);
        Assert.StartsWith($"{MailPortal.Public}/abbestellen/", stop, StringComparison.Ordinal);
        var address = stop[MailPortal.Public.Length..];

        for (var i = 0; i < 3; i++) Assert.NotNull((await anybody.PageAsync(address)).QuerySelector("#abbestellen button"));
        Assert.Equal("AtOnce", await ChosenAsync(member, "#calls"));
        using var stranger = _portal.Visitor();
        using var done = await stranger.Http.PostAsync(address, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);

        Assert.Equal(("Never", "Never"), (await ChosenAsync(member, "#threads"), await ChosenAsync(member, "#calls")));
        using var again = await anybody.SubmitAsync(address, "#abbestellen");
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Contains("Erledigt", (await anybody.PageAsync(again.Target())).QuerySelector(".notice-success")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Daily", await ChosenAsync(deputy, "#threads"));
    }

    [Theory]
    [InlineData("falsch")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%3Cscript%3E")]
    public async Task An_address_that_was_not_made_here_changes_nothing_and_says_so(string token)
    {
        using var anybody = _portal.Visitor();

        using var page = await anybody.Http.GetAsync($"/abbestellen/{token}");
        using var sent = await anybody.Http.PostAsync($"/abbestellen/{token}", new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        var shown = Visitor.Parse(await page.Content.ReadAsStringAsync());
        Assert.Contains("stimmt nicht", shown.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Null(shown.QuerySelector("#abbestellen"));
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
    }

    private static async Task<string> ChosenAsync(Visitor visitor, string field) => (await visitor.PageAsync(Wishes)).QuerySelector<IHtmlSelectElement>(field)!.Value!;
}
