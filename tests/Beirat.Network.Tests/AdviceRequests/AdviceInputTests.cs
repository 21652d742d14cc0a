using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>What comes in wrong, late, twice or from somebody who left.</summary>
public sealed class AdviceInputTests : SeededCouncil
{
    public static TheoryData<string, Func<StartAdviceRequest, StartAdviceRequest>, Refusal> Faults => new()
    {
        { "question", r => r with { Question = " \u202E\n" }, Refusal.Empty },
        { "question", r => r with { Question = new string('x', AdviceRules.MaxQuestion + 1) }, Refusal.TooLong },
        { "question", r => r with { Question = string.Join(' ', Enumerable.Repeat("Wort", 5_000)) }, Refusal.TooLong },
        { "question", r => r with { Question = "Wie\uD800" }, Refusal.UnreadableText },
        { "language", r => r with { Language = "xx" }, Refusal.UnknownLanguage },
        { "kind", r => r with { Kind = null }, Refusal.Empty },
        { "confidentiality", r => r with { Confidentiality = null }, Refusal.Empty },
        { "deadline", r => r with { Deadline = null }, Refusal.Empty },
        { "deadline", r => r with { Deadline = new DateOnly(2026, 11, 21) }, Refusal.DayPassed },
        { "deadline", r => r with { Deadline = null, Unreadable = new Dictionary<string, Refusal> { ["deadline"] = Refusal.NotADate } }, Refusal.NotADate },
        { "minutes", r => r with { Minutes = 0 }, Refusal.NotMinutes },
        { "topics", r => r with { Topics = [] }, Refusal.Empty },
        { "topics", r => r with { Topics = ["gibt-es-nicht"] }, Refusal.UnknownTopic },
        { "people", r => r with { People = ["tabea-wiesgrund"] }, Refusal.NotInCouncil },
        { "people", r => r with { People = ["goran-ilic"] }, Refusal.NotInCouncil },
        { "organization", r => r with { Organization = "balkan-bruecke" }, Refusal.UnknownOrganization },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_at_its_field_and_nothing_is_stored(string field, Func<StartAdviceRequest, StartAdviceRequest> spoil, Refusal expected)
    {
        var outcome = await Network.StartAsync(spoil(Asking.Question()));

        Assert.Equal(expected, Assert.Single(Assert.IsType<Outcome<Guid>.Invalid>(outcome).Fields, f => f.Key == field).Value);
        await using var db = Network.Db();
        Assert.False(await db.AdviceRequests.AnyAsync(r => r.AccountId == Viewers.Office.AccountId));
    }

    [Fact]
    public async Task A_single_word_is_a_question_and_hostile_text_stays_text()
    {
        Assert.IsType<Outcome<Guid>.Done>(await Network.StartAsync(Asking.Question("Hilfe?")));
        const string hostile = "=HYPERLINK(\"http://x.example\") <script>alert(1)</script> {{7*7}} '; DROP TABLE People;--";
        var id = await Network.AskedAsync(Asking.Question(hostile));

        Assert.Equal(hostile, (await Network.SeeAsync(Viewers.Staff, id))!.Question);
        // In a spreadsheet it must not become a formula.
        Assert.Contains("\"'=HYPERLINK", await Network.CsvAsync(Viewers.Staff, AdviceList.All));
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.WriteAsync(Viewers.Member, id, 0, "<script>alert(1)</script> [x](javascript:alert(1)) <b onclick=x>");
        var html = (await Network.DraftAsync(Viewers.Member, id))!.Html;
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("href=\"javascript", html);
        Assert.DoesNotContain("<b ", html);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_gives_one_request_and_its_key_is_nobody_elses()
    {
        var request = Asking.Question();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Network.StartAsync(request)));

        Assert.Equal(request.Id, Assert.Single(outcomes.Select(o => Assert.IsType<Outcome<Guid>.Done>(o).Value).Distinct()));
        Assert.IsType<Outcome<Guid>.NotFound>(await Network.StartAsync(request with { Organization = "stabsstelle" }, Viewers.Staff));
    }

    [Fact]
    public async Task Who_speaks_for_nobody_cannot_ask_and_a_member_who_chairs_an_association_asks_for_it()
    {
        Assert.IsType<Outcome<Guid>.NotFound>(await Network.StartAsync(Asking.Question(), Viewers.Deputy));
        Assert.IsType<Outcome<Guid>.Refused>(await Network.StartAsync(Asking.Question(), Viewer.Public));
        Assert.Null(await Network.AskAsync((AdviceFormQuery q) => q.RunAsync(Viewers.Deputy, [])));
        var own = Asking.Question() with { Organization = "tuerkisch-deutscher-frauenverein" };
        Assert.IsType<Outcome<Guid>.Done>(await Network.StartAsync(own, Viewers.Member));
        Assert.Equal(Refusal.UnknownOrganization, Assert.IsType<Outcome<Guid>.Invalid>(await Network.StartAsync(own with { Id = Guid.NewGuid(), Organization = null }, Viewers.Member)).Fields["organization"]);
        // Members of the city council ask for it, and do not read what the others ask.
        var councillor = Viewers.Of("friedhelm-kaestner", AccountRole.CouncilMember);
        var asked = Assert.IsType<Outcome<Guid>.Done>(await Network.StartAsync(Asking.Question() with { Organization = "gemeinderat" }, councillor)).Value;
        Assert.NotNull(await Network.SeeAsync(councillor, asked));
        Assert.Null(await Network.SeeAsync(Viewers.Of("annegret-wullich", AccountRole.CouncilMember), asked));
    }

    [Fact]
    public async Task With_an_empty_council_the_office_takes_the_request()
    {
        await Network.ChangeAsync(db => db.SeatAssignments.ExecuteDeleteAsync());

        var form = (await Network.AskAsync((AdviceFormQuery q) => q.RunAsync(Viewers.Office, ["aylin-demirtas"])))!;
        var outcome = await Network.StartAsync(Asking.Question() with { People = [] });

        Assert.Empty(form.People);
        var id = Assert.IsType<Outcome<Guid>.Done>(outcome).Value;
        Assert.Empty((await Network.SeeAsync(Viewers.Staff, id))!.Assignments);
        Assert.Empty((await Network.AskAsync((AdviceLoad l) => l.ChartAsync(Viewers.Staff)))!.Items);
    }

    [Fact]
    public async Task Whose_mandate_ends_meanwhile_neither_reads_nor_writes_and_the_office_sees_it()
    {
        var id = await Network.AskedAsync(Asking.Question(people: "aylin-demirtas"));
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.WriteAsync(Viewers.Member, id, 0, "Halb fertig");
        await Network.EndMandateAsync("aylin-demirtas");
        var former = new Viewer(Viewers.Member.AccountId, Viewers.Member.PersonId, []);

        Assert.Null(await Network.SeeAsync(former, id));
        Assert.Null(await Network.DraftAsync(former, id));
        Assert.IsType<Outcome<int>.NotFound>(await Network.WriteAsync(former, id, 1, "Weiter"));
        Assert.True(Assert.Single((await Network.SeeAsync(Viewers.Staff, id))!.Assignments).HasLeft);
        Assert.Equal("Halb fertig", (await Network.DraftAsync(Viewers.Staff, id))!.Text);
    }
}
