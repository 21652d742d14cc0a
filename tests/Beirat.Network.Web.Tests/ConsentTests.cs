using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>
/// What a person keeps from an audience is nowhere: not on a page, in a list, a search, a count, a filter or an API; and
/// what they take back is gone with the answer to their form, not a moment later.
/// </summary>
public sealed class ConsentTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Places =
    [
        "/mitglieder/aylin-demirtas", "/mitglieder", "/mitglieder?stadtteil={0}", "/organisationen/tuerkisch-deutscher-frauenverein", "/themen/bildung", "/",
        "/beirat", "/beratung?q={0}", "/beratung?q=Barrierefreiheit", "/suche?q={0}", "/api/suche?q={0}", "/api/suche?q={0}&art=person",
        "/api/suche?q=aylin", "/api/beratung/vorschlaege?q={0}", "/api/beratung/vorschlaege?q=Bildung", "/suche?q=aylin+demirtas",
        "/netzwerk", "/netzwerk?mitte=person:aylin-demirtas", "/netzwerk?stadtteil={0}", "/netzwerk/abdeckung", "/mitglieder/aylin-demirtas.vcf",
    ];

    private static readonly (string Email, string[] Sees)[] Readers =
    [
        (string.Empty, ["Public"]), (Cast.Office, ["Public"]), (Cast.Organization, ["Public", "Organizations"]),
        (Cast.Deputy, ["Public", "Organizations", "Members"]), (Cast.Staff, ["Public", "Organizations", "Members", "Staff"]),
    ];

    // Parts whose words are also searched for.
    private static readonly string[] Searched = ["About", "Professions", "Topics", "Experience", "Districts", "Communities"];

    [Theory]
    [InlineData("")]
    [InlineData("Staff")]
    [InlineData("Members")]
    [InlineData("Organizations")]
    public async Task A_part_is_seen_and_found_by_its_audience_and_by_nobody_else(string audience)
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        var words = await member.MarkAsync();
        foreach (var part in ProfileForms.Parts) await member.ShowAsync(part, audience);

        foreach (var (email, sees) in Readers)
        {
            using var reader = email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);
            var page = await reader.TextAsync("/mitglieder/aylin-demirtas");
            var others = sees.Contains(audience) ? [] : await OthersAsync(reader);
            foreach (var (part, word) in words.Where(w => w.Key is not ("Photo" or "Phone" or "Languages" or "Roles" or "Messages")))
            {
                Assert.Equal((part, sees.Contains(audience)), (part, page.Contains(word, StringComparison.Ordinal)));
                if (!sees.Contains(audience)) await NowhereAsync(reader, word, others);
                else if (Searched.Contains(part)) Assert.Equal(1, await TotalAsync(reader, word));
            }

            Assert.Equal(sees.Contains(audience), page.Contains(ProfileForms.Phone, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_with_the_answer()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        var words = await member.MarkAsync();
        foreach (var part in ProfileForms.Parts) await member.ShowAsync(part, "Public");
        using var anybody = portal.Visitor();

        foreach (var part in Searched)
        {
            Assert.Contains(words[part], await anybody.TextAsync("/mitglieder/aylin-demirtas"), StringComparison.Ordinal);
            Assert.Equal(1, await TotalAsync(anybody, words[part]));
            foreach (var place in Places) await anybody.TextAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, place, words[part]));

            await member.ShowAsync(part, string.Empty);

            await NowhereAsync(anybody, words[part], await OthersAsync(anybody));
        }
    }

    [Fact]
    public async Task Languages_are_neither_shown_nor_filtered_by_nor_counted()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var anybody = portal.Visitor();
        await member.ShowAsync("Languages", "Public");
        Assert.Contains("aylin-demirtas", await anybody.TextAsync("/mitglieder?spricht=tr"), StringComparison.Ordinal);
        var before = await LanguagesAsync(anybody);
        // Nobody else of the council speaks it.
        await member.SaveAsync("/konto/profil/sprachen", ("Entry.Rows[0].Code", "sq"));
        Assert.Contains("sq", await LanguagesAsync(anybody));

        await member.ShowAsync("Languages", "Members");

        Assert.DoesNotContain("sq", await LanguagesAsync(anybody));
        Assert.DoesNotContain("aylin-demirtas", await anybody.TextAsync("/mitglieder?spricht=sq"), StringComparison.Ordinal);
        Assert.DoesNotContain("aylin-demirtas", await anybody.TextAsync("/beratung?q=Bildung&spricht=sq"), StringComparison.Ordinal);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        Assert.Contains("aylin-demirtas", await deputy.TextAsync("/mitglieder?spricht=sq"), StringComparison.Ordinal);
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task A_role_that_is_not_shown_is_on_neither_page_and_its_person_no_filter()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var anybody = portal.Visitor();
        const string Organization = "/organisationen/tuerkisch-deutscher-frauenverein";
        await member.ShowAsync("Roles", "Public");
        Assert.Contains("aylin-demirtas", await anybody.TextAsync(Organization), StringComparison.Ordinal);

        await member.ShowAsync("Roles", string.Empty);

        Assert.DoesNotContain("aylin-demirtas", await anybody.TextAsync(Organization), StringComparison.Ordinal);
        Assert.DoesNotContain("tuerkisch-deutscher-frauenverein", await anybody.TextAsync("/mitglieder/aylin-demirtas"), StringComparison.Ordinal);
        var proposals = await anybody.TextAsync("/api/beratung/vorschlaege?q=Bildung&organisation=tuerkisch-deutscher-frauenverein");
        Assert.DoesNotContain("aylin-demirtas", proposals, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_people_see_something_only_after_the_text_was_agreed_to()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        await member.ShowAsync("Email", "Staff");
        var row = $"Entry.Rows[{Array.IndexOf(ProfileForms.Parts, "Email")}].Audience";

        using var refused = await member.SubmitAsync("/konto/sichtbarkeit", "main form[method=post]", (row, "Public"));

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = Visitor.Parse(await refused.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector("#consent-fehler"));
        Assert.Equal("Public", page.QuerySelector("#rows-2 option[selected]")!.GetAttribute("value"));
        using var anybody = portal.Visitor();
        Assert.DoesNotContain("mailto:", await anybody.TextAsync("/mitglieder/aylin-demirtas"), StringComparison.Ordinal);

        await member.ShowAsync("Email", "Public");

        Assert.Contains("mailto:", await anybody.TextAsync("/mitglieder/aylin-demirtas"), StringComparison.Ordinal);
        Assert.Contains("Text 1", await member.TextAsync("/konto/sichtbarkeit"), StringComparison.Ordinal);
        await member.ShowAsync("Email", "Staff");
    }

    [Fact]
    public async Task The_owner_sees_the_page_as_others_do_and_nobody_else_can()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        await member.ShowAsync("Email", "Staff");

        Assert.Contains("mailto:", await member.TextAsync("/mitglieder/aylin-demirtas"), StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", await member.TextAsync("/mitglieder/aylin-demirtas?ansicht=oeffentlich"), StringComparison.Ordinal);
        Assert.Contains("mailto:", await member.TextAsync("/mitglieder/aylin-demirtas?ansicht=stabsstelle"), StringComparison.Ordinal);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        Assert.DoesNotContain("mailto:", await deputy.TextAsync("/mitglieder/aylin-demirtas?ansicht=stabsstelle"), StringComparison.Ordinal);
        using var anybody = portal.Visitor();
        Assert.DoesNotContain("mailto:", await anybody.TextAsync("/mitglieder/aylin-demirtas?ansicht=stabsstelle"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_finds_me_tells_questions_places_and_reasons_for_each_audience()
    {
        await portal.ReadyAsync();
        using var member = await portal.SignedInAsync(Cast.Member);
        var words = await member.MarkAsync();
        await member.ShowAsync("Topics", "Members");

        var members = await member.TextAsync($"/konto/auffindbarkeit?als=mitglieder&q={words["Topics"]}");
        var everybody = await member.TextAsync($"/konto/auffindbarkeit?als=oeffentlich&q={words["Topics"]}");

        Assert.Contains("In der Beratungs-Suche stehen Sie an Stelle 1.", members, StringComparison.Ordinal);
        Assert.Contains("In der Suche stehen Sie", members, StringComparison.Ordinal);
        Assert.DoesNotContain("an Stelle 1.", everybody, StringComparison.Ordinal);
        Assert.Contains("In der Suche kommen Sie mit dieser Frage nicht vor.", everybody, StringComparison.Ordinal);
    }

    /// <summary>Neither where somebody asks for it nor on the other pages.</summary>
    private static async Task NowhereAsync(Visitor reader, string word, IReadOnlyCollection<string> others)
    {
        Assert.All(others, text => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        // The question itself is repeated on the page that answers it, and in the query of the API.
        foreach (var place in Places.Where(IsAsked))
        {
            var text = await ReadAsync(reader, string.Format(System.Globalization.CultureInfo.InvariantCulture, place, word));
            Assert.DoesNotContain("aylin-demirtas", text, StringComparison.Ordinal);
        }

        Assert.Equal(0, await TotalAsync(reader, word));
    }

    /// <summary>The pages that are the same whatever is looked for.</summary>
    private static async Task<List<string>> OthersAsync(Visitor reader)
    {
        var texts = new List<string>();
        foreach (var place in Places.Where(p => !IsAsked(p))) texts.Add(await ReadAsync(reader, place));
        return texts;
    }

    private static async Task<string> ReadAsync(Visitor reader, string address)
    {
        using var answer = await reader.Http.GetAsync(address);
        Assert.Equal((address, System.Net.HttpStatusCode.OK), (address, answer.StatusCode));
        return await answer.Content.ReadAsStringAsync();
    }

    private static bool IsAsked(string place) => place.Contains("{0}", StringComparison.Ordinal);

    private static async Task<int> TotalAsync(Visitor reader, string word) => (await reader.JsonAsync($"/api/suche?q={word}")).GetProperty("total").GetInt32();

    private static async Task<List<string>> LanguagesAsync(Visitor reader) =>
        [.. (await reader.PageAsync("/mitglieder")).QuerySelectorAll("#spricht option").Select(o => o.GetAttribute("value") ?? string.Empty)];
}
