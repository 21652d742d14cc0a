using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Discussions;

/// <summary>Questions to named people, reports, folding somebody's posts and stops of writing, all without script.</summary>
public sealed class ModerationPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Form = "#beitrag-formular";
    private const string Queue = "/verwaltung/meldungen";

    [Fact]
    public async Task A_question_waits_in_the_account_of_who_is_asked_until_they_answer_or_pass_it_on()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var thread = await ThreadPagesTests.StartAsync(member, "Frage an jemanden", "Public");
        using var nobody = await member.SubmitAsync(thread, Form, ("Entry.Text", "Wer kennt das?"), ("Entry.Asked", "Nie Gehört"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.NotNull(Visitor.Parse(await nobody.Content.ReadAsStringAsync()).QuerySelector("#asked-fehler"));

        using var sent = await member.SubmitAsync(thread, Form, ("Entry.Text", "Wer kennt das Förderband?"), ("Entry.Asked", "Murat Kocabaş"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var card = Card(await deputy.PageAsync("/konto/fragen"), "Förderband")!;
        var form = card.QuerySelector<IHtmlFormElement>("form[action$='/frage/NotForMe']")!;
        using var passed = await deputy.SubmitAsync(await deputy.PageAsync("/konto/fragen"), "/konto/fragen", $"form[action='{form.GetAttribute("action")}']", ("hint", "Das weiß der Sportkreis."));

        Assert.Equal(HttpStatusCode.SeeOther, passed.StatusCode);
        var question = (await member.PageAsync(thread)).QuerySelector(".post-questions li")!;
        Assert.Contains("Das weiß der Sportkreis.", question.QuerySelector("q")!.TextContent, StringComparison.Ordinal);
        Assert.Null(Card(await deputy.PageAsync("/konto/fragen"), "Förderband")!.QuerySelector("form"));
    }

    [Fact]
    public async Task A_report_reaches_the_office_alone_and_its_decision_everybody_concerned()
    {
        using var anybody = portal.Visitor();
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        using var staff = await portal.SignedInAsync(Cast.Staff);
        var (thread, post) = await PostPagesTests.WriteAsync(member, "Ein Satz, der verletzt.");
        var report = $"{thread}/beitraege/{post}/meldung";
        Assert.Equal(HttpStatusCode.Redirect, await anybody.StatusAsync(report));
        Assert.Equal(HttpStatusCode.NotFound, await member.StatusAsync(report));
        using var empty = await deputy.SubmitAsync(report, "#meldung-formular", ("Entry.Text", "Das geht nicht."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var kept = Visitor.Parse(await empty.Content.ReadAsStringAsync());
        Assert.NotNull(kept.QuerySelector("#kind-fehler"));
        Assert.Equal("Das geht nicht.", kept.QuerySelector<IHtmlTextAreaElement>("#text")!.Value.Trim());

        using var told = await deputy.SubmitAsync(report, "#meldung-formular", ("Entry.Kind", "Insult"), ("Entry.Text", "Das geht nicht."));
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        using var twice = await deputy.SubmitAsync(report, "#meldung-formular", ("Entry.Kind", "Insult"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await deputy.StatusAsync(Queue));

        var card = (await staff.PageAsync(Queue)).QuerySelectorAll("li.card").Single(c => c.TextContent.Contains("Ein Satz, der verletzt.", StringComparison.Ordinal));
        Assert.Contains("Murat Kocabaş", card.TextContent, StringComparison.Ordinal);
        using var unsaid = await staff.SubmitAsync(Queue, $"#{card.Id} form", ("Entry.State", "Hidden"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        Assert.NotNull(Visitor.Parse(await unsaid.Content.ReadAsStringAsync()).QuerySelector($"#{card.Id} #decision-fehler"));
        using var decided = await staff.SubmitAsync(Queue, $"#{card.Id} form", ("Entry.State", "Hidden"), ("Entry.Decision", "Bitte sachlich bleiben."));

        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.DoesNotContain("Ein Satz, der verletzt.", await anybody.TextAsync(thread), StringComparison.Ordinal);
        Assert.Contains("Bitte sachlich bleiben.", await deputy.TextAsync("/konto/meldungen"), StringComparison.Ordinal);
        Assert.Contains("Bitte sachlich bleiben.", await member.TextAsync(thread), StringComparison.Ordinal);
        Assert.DoesNotContain("Bitte sachlich bleiben.", await deputy.TextAsync(thread), StringComparison.Ordinal);
        Assert.DoesNotContain("Murat Kocabaş", await member.TextAsync("/konto/meldungen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_of_somebody_whom_one_folded_are_folded_for_oneself_alone()
    {
        using var member = await portal.SignedInAsync(Cast.Member);
        using var deputy = await portal.SignedInAsync(Cast.Deputy);
        var (thread, _) = await PostPagesTests.WriteAsync(deputy, "Schon wieder ich.");

        using var muted = await PostPagesTests.PressAsync(member, thread, "button[formaction$='/stumm/murat-kocabas']");

        Assert.Equal(HttpStatusCode.SeeOther, muted.StatusCode);
        Assert.Contains("Schon wieder ich.", (await member.PageAsync(thread)).QuerySelector("details.post-folded")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await deputy.PageAsync(thread)).QuerySelector("details.post-folded"));
        using var unmuted = await PostPagesTests.PressAsync(member, thread, "button[formaction$='/stumm/murat-kocabas/entfernung']");
        Assert.Null((await member.PageAsync(thread)).QuerySelector("details.post-folded"));
    }

    [Fact]
    public async Task Whose_writing_is_stopped_reads_until_when_and_why_and_keeps_what_they_typed()
    {
        using var staff = await portal.SignedInAsync(Cast.Staff);
        using var organization = await portal.SignedInAsync(Cast.Organization);
        using var wrong = await staff.SubmitAsync(Queue, "#aussetzung-formular", ("Stop.Person", "Layla Haddad"), ("Stop.Until", "2020-01-01"), ("Stop.Reason", "Wiederholte Beleidigung"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var kept = Visitor.Parse(await wrong.Content.ReadAsStringAsync());
        Assert.NotNull(kept.QuerySelector("#until-fehler"));
        Assert.Equal("Layla Haddad", kept.QuerySelector<IHtmlInputElement>("#person")!.Value);

        var open = await organization.PageAsync(Threads.Page(Threads.Housing));
        using var stopped = await staff.SubmitAsync(kept, Queue, "#aussetzung-formular", ("Stop.Until", "2026-11-30"));
        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
        var before = await staff.LastAsync(Threads.Housing);
        using var refused = await organization.SubmitAsync(open, Threads.Page(Threads.Housing), Form, ("Entry.Text", "Darf ich noch?"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Darf ich noch?", Visitor.Parse(await refused.Content.ReadAsStringAsync()).QuerySelector<IHtmlTextAreaElement>("#text")!.Value.Trim());
        using var byApi = await organization.PostAsync(Threads.Housing, "Und so?");
        Assert.False(byApi.IsSuccessStatusCode);
        Assert.Equal(before, await staff.LastAsync(Threads.Housing));
        Assert.Null((await organization.PageAsync(Threads.Page(Threads.Housing))).QuerySelector(Form));
        Assert.Contains("Wiederholte Beleidigung", await organization.TextAsync("/konto"), StringComparison.Ordinal);
        using var lifted = await staff.SubmitAsync(Queue, "form:has(input[value='layla-haddad'])");
        using var again = await organization.SubmitAsync(Threads.Page(Threads.Housing), Form, ("Entry.Text", "Danke."));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    private static IElement? Card(IDocument page, string text) => page.QuerySelectorAll("li.card").SingleOrDefault(c => c.TextContent.Contains(text, StringComparison.Ordinal));
}
