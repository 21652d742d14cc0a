using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>A mandate ends: the list of open work, its new owners, and the question to the person.</summary>
public sealed class HandoverJourneyTests : IDisposable
{
    // One for each test: they count what is open.
    private readonly PortalFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task The_office_passes_work_on_and_the_person_alone_answers_the_question()
    {
        using var staff = await _portal.SignedInAsync(Cast.Staff);
        using var member = await _portal.SignedInAsync(Cast.Member);
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync("/konto/uebergabe"));
        using var ended = await StaffSeatTests.ConfirmAsync(staff, await StaffSeatTests.LinkAsync(staff, 4, "beenden"), ("Entry.LastDay", "2026-12-31"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains("1 Übergabe ist offen.", await staff.TextAsync("/verwaltung"));
        var page = (await staff.PageAsync("/verwaltung/uebergaben")).QuerySelector(".card a")!.GetAttribute("href")!;
        var begun = await staff.PageAsync(page);
        Assert.NotEmpty(begun.QuerySelectorAll("input[type=checkbox][name^='erledigt-Article']"));
        Assert.NotNull(begun.QuerySelector("a[href^='/verwaltung/organisationen/']"));
        Assert.NotNull(begun.QuerySelector("#art-gespraeche"));

        using var early = await staff.SubmitAsync(begun, page, "main form", StaffSeatTests.Step("close"));
        Assert.Equal(HttpStatusCode.OK, early.StatusCode);
        Assert.Contains("Die Frage an die Person ist noch nicht beantwortet.", (await StaffSeatTests.PageAsync(early)).QuerySelector("main [role=alert]")!.TextContent);
        Assert.DoesNotContain("Abgeschlossen am", await staff.TextAsync(page));

        using var found = await staff.SubmitAsync(page, "main form", StaffSeatTests.Step("search"), ("Entry.Search", "kocabas"));
        var list = await StaffSeatTests.PageAsync(found);
        using var nobody = await staff.SubmitAsync(list, page, "main form", StaffSeatTests.Step("pass"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        var person = list.QuerySelector<IHtmlInputElement>("input[name='Entry.PersonId']")!.Value;
        using var passed = await staff.SubmitAsync(list, page, "main form", StaffSeatTests.Step("pass"), ("Entry.PersonId", person));
        var after = await staff.PageAsync(StaffSeatTests.Location(passed));
        Assert.All(after.QuerySelectorAll<IHtmlInputElement>("input[name^='erledigt-Article']"), box => Assert.True(box.IsChecked));
        var roles = after.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Where(b => !b.IsChecked).Select(b => (b.Name!, "1")).ToArray();
        using var ticked = await staff.SubmitAsync(after, page, "main form", [StaffSeatTests.Step("tick"), .. roles]);
        var progress = (await staff.PageAsync(StaffSeatTests.Location(ticked))).QuerySelector("progress")!;
        Assert.Equal(1, Number(progress, "max") - Number(progress, "value"));

        Assert.NotNull((await member.PageAsync("/konto")).QuerySelector("a[href='/konto/uebergabe']"));
        using var empty = await member.SubmitAsync("/konto/uebergabe", "main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var answered = await member.SubmitAsync("/konto/uebergabe", "main form", ("Entry.Answer", "nein"));
        Assert.Contains("Ihre Antwort ist gespeichert.", await member.TextAsync(StaffSeatTests.Location(answered)));
        Assert.Null((await member.PageAsync("/konto")).QuerySelector("a[href='/konto/uebergabe']"));
        Assert.Contains("Nein, beantwortet am", await staff.TextAsync(page));
        using var closed = await staff.SubmitAsync(page, "main form", StaffSeatTests.Step("close"));
        Assert.Contains("Abgeschlossen am", await staff.TextAsync(StaffSeatTests.Location(closed)));
        Assert.Contains("0 Übergaben sind offen.", await staff.TextAsync("/verwaltung"));
    }

    [Fact]
    public async Task What_is_open_can_be_left_open_on_purpose()
    {
        using var staff = await _portal.SignedInAsync(Cast.Staff);
        using var ended = await StaffSeatTests.ConfirmAsync(staff, await StaffSeatTests.LinkAsync(staff, 4, "beenden"), ("Entry.LastDay", "2026-12-31"));
        var page = (await staff.PageAsync("/verwaltung/uebergaben")).QuerySelector(".card a")!.GetAttribute("href")!;
        using var asked = await staff.SubmitAsync(page, "main form", StaffSeatTests.Step("close"));

        using var closed = await staff.SubmitAsync(await StaffSeatTests.PageAsync(asked), page, "main [role=alert] form", StaffSeatTests.Step("close-anyway"));

        Assert.Contains("Abgeschlossen am", await staff.TextAsync(StaffSeatTests.Location(closed)));
    }

    [Fact]
    public async Task Whose_mandate_is_over_is_signed_out_and_back_in_without_the_role()
    {
        using var staff = await _portal.SignedInAsync(Cast.Staff);
        var page = (await staff.PageAsync("/verwaltung/beirat")).QuerySelectorAll("#sitz-4 a[href*='/beenden/']")[^1].GetAttribute("href")!;
        using var before = await _portal.SignedInAsync(Cast.Deputy);
        Assert.Equal(HttpStatusCode.OK, await before.StatusAsync(Threads.Page(Threads.ForMembers)));

        using var ended = await StaffSeatTests.ConfirmAsync(staff, page, ("Entry.LastDay", "2026-11-21"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);

        using var after = await _portal.SignedInAsync(Cast.Deputy);
        Assert.Equal(HttpStatusCode.NotFound, await after.StatusAsync(Threads.Page(Threads.ForMembers)));
        Assert.DoesNotContain("Stellvertretung", (await after.PageAsync("/konto")).QuerySelector("main .panel")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, await after.StatusAsync("/konto/uebergabe"));
    }

    private static int Number(IElement element, string attribute) => int.Parse(element.GetAttribute(attribute)!, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("nein", HttpStatusCode.NotFound)]
    [InlineData("ja", HttpStatusCode.OK)]
    public async Task Whoever_left_is_found_afterwards_only_if_they_want_to_be(string wish, HttpStatusCode page)
    {
        await _portal.ReadyAsync();
        using var staff = await _portal.SignedInAsync(Cast.Staff);
        using var anybody = _portal.Visitor();
        using var ended = await StaffSeatTests.ConfirmAsync(staff, await StaffSeatTests.LinkAsync(staff, 4, "beenden"), ("Entry.LastDay", "2026-11-20"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var member = await _portal.SignedInAsync(Cast.Member);

        using var answered = await member.SubmitAsync("/konto/uebergabe", "main form", ("Entry.Answer", wish));

        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Equal(page, await anybody.StatusAsync("/mitglieder/aylin-demirtas"));
        var found = (await anybody.JsonAsync("/api/suche?q=aylin+demirtas&art=person")).GetProperty("hits").EnumerateArray()
            .Any(h => h.GetProperty("url").GetString() == "/mitglieder/aylin-demirtas");
        Assert.Equal(wish == "ja", found);
        Assert.Equal(wish == "ja", (await anybody.TextAsync("/organisationen/tuerkisch-deutscher-frauenverein")).Contains("aylin-demirtas", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await member.StatusAsync("/mitglieder/aylin-demirtas"));
    }
}
