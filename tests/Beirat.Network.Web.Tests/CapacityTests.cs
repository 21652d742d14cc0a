using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Common;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>In whose name somebody may speak: what is held today, nothing else.</summary>
public sealed class CapacityTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string Club = $"organization-{NamedId.For("organization", "syrisch-deutscher-verein")}";
    private static readonly string FormerCircle = $"organization-{NamedId.For("organization", "arabischer-kulturkreis")}";
    private static readonly string WomensClub = $"organization-{NamedId.For("organization", "tuerkisch-deutscher-frauenverein")}";
    private static readonly string FamilyOffice = $"organization-{NamedId.For("organization", "amt-familie")}";
    private static readonly string EducationClub = $"organization-{NamedId.For("organization", "tuerkisch-deutscher-bildungsverein")}";

    [Theory]
    [InlineData(Cast.Member, "member-4|WOMEN|private")]
    [InlineData(Cast.Deputy, "deputy-4|private")]
    [InlineData(Cast.Organization, "CLUB|private")]
    [InlineData(Cast.Office, "OFFICE|private")]
    public async Task The_form_offers_what_is_held_today(string email, string expected)
    {
        using var visitor = await portal.SignedInAsync(email);

        var page = await visitor.PageAsync(Threads.Page(Threads.Housing));

        var offered = page.QuerySelectorAll<IHtmlOptionElement>("#capacity option").Select(o => o.Value);
        var keys = expected.Replace("CLUB", Club, StringComparison.Ordinal).Replace("WOMEN", WomensClub, StringComparison.Ordinal)
            .Replace("OFFICE", FamilyOffice, StringComparison.Ordinal);
        Assert.Equal(keys, string.Join('|', offered));
    }

    [Theory]
    [InlineData(Cast.Deputy, "deputy-4", "als Stellvertretung für Sitz 4")]
    [InlineData(Cast.Organization, "CLUB", "für Syrisch-Deutscher Verein Jasmin e. V. (Vorsitz)")]
    [InlineData(Cast.Office, "private", "als Privatperson")]
    public async Task A_post_says_in_whose_name_it_speaks(string email, string capacity, string label)
    {
        using var visitor = await portal.SignedInAsync(email);

        using var answer = await SendAsync(visitor, capacity.Replace("CLUB", Club, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await visitor.PageAsync(answer.Headers.Location!.ToString());
        var post = page.QuerySelector(answer.Headers.Location!.ToString()[answer.Headers.Location!.ToString().IndexOf('#', StringComparison.Ordinal)..])!;
        Assert.Equal(label, post.QuerySelector(".post-capacity")!.TextContent);
    }

    public static TheoryData<string, string> NotHeld => new()
    {
        { Cast.Office, Club },
        { Cast.Organization, FormerCircle },
        { Cast.Organization, "member-4" },
        { Cast.Deputy, "member-4" },
        { Cast.Deputy, "deputy-5" },
        { Cast.Deputy, WomensClub },
        { Cast.Member, EducationClub },
        { Cast.Deputy, EducationClub },
        { Cast.Staff, "member-1" },
    };

    [Theory]
    [MemberData(nameof(NotHeld))]
    public async Task Nobody_speaks_in_a_name_that_they_do_not_hold(string email, string capacity)
    {
        using var visitor = await portal.SignedInAsync(email);
        var before = await visitor.LastAsync(Threads.Swimming);

        using var answer = await SendAsync(visitor, capacity, Threads.Swimming);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("#capacity-fehler"));
        Assert.Equal(before, await visitor.LastAsync(Threads.Swimming));
    }

    private static Task<HttpResponseMessage> SendAsync(Visitor visitor, string capacity, Guid? discussion = null) => visitor.SubmitAsync(
        Threads.Page(discussion ?? Threads.Housing), "#beitrag-formular", ("Entry.Text", "In wessen Namen?"), ("Entry.Capacity", capacity));
}
