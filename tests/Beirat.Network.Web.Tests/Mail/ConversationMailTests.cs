using Beirat.Network.Testing;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Mail;
using Beirat.Network.Web.Tests.Messages;
using MimeKit;
using Xunit;

namespace Beirat.Network.Web.Tests.Mail;

/// <summary>Mails about conversations, as a mail server gets them.</summary>
public sealed class ConversationMailTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();

    public ValueTask InitializeAsync()
    {
        _portal.Sink.Open();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_recipient_reads_who_wrote_and_what_and_answers_in_the_portal()
    {
        using var visitor = _portal.Visitor();
        var words = "Wir suchen einen großen Raum für Gespräche, später auch für Übungen. مرحبا\n.\nEnde <b>";
        await _portal.WriteAsync(visitor, words, MessagePortal.ToOrganization, ("Entry.Sender", "Jörg Weiß"), ("Entry.Mail", "Joerg@Verein.example"));

        var mail = await _portal.ToAsync(Cast.Member);

        Assert.Equal("Nachricht von Jörg Weiß", mail.Subject);
        Assert.Equal("portal@beirat.example", ((MailboxAddress)mail.From.Single()).Address);
        Assert.Empty(mail.ReplyTo);
        Assert.Equal("text/plain", mail.Body!.ContentType.MimeType);
        var text = mail.TextBody!.ReplaceLineEndings("\n");
        Assert.Contains("> " + words.Replace("\n", "\n> ", StringComparison.Ordinal) + "\n\n", text);
        Assert.Contains("Türkisch-Deutscher Frauenverein", text);
        Assert.Contains($"{MailPortal.Public}/konto/nachrichten/", text);
        Assert.DoesNotContain("joerg@verein.example", mail.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task The_sender_gets_the_secret_address_and_later_a_word_of_the_answer()
    {
        using var visitor = _portal.Visitor();
        var words = MessagePortal.Words("Meine Frage");
        var link = await _portal.WriteAsync(visitor, words, fields: ("Entry.Mail", "bodo@verein.example"));

        var first = await _portal.ToAsync("bodo@verein.example");
        Assert.Contains(MailPortal.Public + link, first.TextBody);
        // The address may be somebody else's: nothing that was typed goes there.
        Assert.DoesNotContain("Meine Frage", first.ToString());
        Assert.DoesNotContain("Verein Beispiel", first.ToString());
        using var member = await _portal.SignedInAsync(Cast.Member);
        using var answered = await member.SubmitAsync((await MessagePortal.FindAsync(member, words))!, "main form.stack", ("Entry.Text", "Meine Antwort"));

        var second = await _portal.ToAsync("bodo@verein.example", "Antwort von");
        Assert.DoesNotContain(Cast.Member, second.ToString());
        Assert.DoesNotContain("Meine Antwort", second.TextBody);
        var address = second.TextBody!.Split('\n').Single(l => l.StartsWith(MailPortal.Public, StringComparison.Ordinal)).Trim();
        Assert.Contains("Meine Antwort", await visitor.TextAsync(address[MailPortal.Public.Length..]));
    }

    [Fact]
    public async Task A_visitor_is_written_to_in_the_language_in_which_they_wrote_and_the_recipient_in_German()
    {
        using var visitor = _portal.Visitor();
        (await visitor.Http.GetAsync("/?sprache=tr")).Dispose();
        var words = MessagePortal.Words("Sorumuz var");
        await _portal.WriteAsync(visitor, words, fields: ("Entry.Mail", "ayse@verein.example"));

        Assert.StartsWith(Say.In("tr", () => MailTexts.Greeting), (await _portal.ToAsync("ayse@verein.example")).TextBody);
        Assert.StartsWith(Say.In("de", () => MailTexts.Greeting), (await _portal.ToAsync(Cast.Member)).TextBody);
        using var member = await _portal.SignedInAsync(Cast.Member);
        using var answered = await member.SubmitAsync((await MessagePortal.FindAsync(member, words))!, "main form.stack", ("Entry.Text", "Merhaba"));
        var answer = await _portal.ToAsync("ayse@verein.example", Say.In("tr", () => Say.Format(MailTexts.AnswerSubject, "Aylin Demirtaş")));
        Assert.StartsWith(Say.In("tr", () => MailTexts.Greeting), answer.TextBody);
    }

    [Fact]
    public async Task A_name_cannot_begin_another_header()
    {
        using var visitor = _portal.Visitor();
        await _portal.WriteAsync(visitor, "Guten Tag", fields: ("Entry.Sender", "Bodo\r\nBcc: opfer@verein.example\r\n\r\nFremder Text"));

        var mail = await _portal.ToAsync(Cast.Member);

        Assert.Equal("Nachricht von Bodo Bcc: opfer@verein.example Fremder Text", mail.Subject);
        Assert.Empty(mail.Bcc);
        Assert.Null(mail.Headers["Bcc"]);
        Assert.DoesNotContain(_portal.Sink.Heard, l => l.StartsWith("RCPT", StringComparison.Ordinal) && l.Contains("opfer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bodo@verein.example\r\nBcc: opfer@verein.example")]
    [InlineData("bodo@verein.example, opfer@verein.example")]
    [InlineData("keine Adresse")]
    public async Task What_is_no_address_is_refused_at_its_field(string address)
    {
        using var visitor = _portal.Visitor();

        using var answer = await _portal.SendAsync(visitor, MessagePortal.ToPerson, "Lange getippt", ("Entry.Mail", address));

        var page = await MessagePortal.PageOf(answer);
        Assert.NotNull(page.QuerySelector("#mail-fehler"));
        Assert.Equal("Lange getippt", page.QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task One_mail_address_is_told_so_often_in_a_day()
    {
        using var visitor = _portal.Visitor();
        for (var i = 0; i < 5; i++) await _portal.WriteAsync(visitor, $"Nummer {i}", fields: ("Entry.Mail", "bodo@verein.example"));

        using var answer = await _portal.SendAsync(visitor, MessagePortal.ToPerson, "Lange getippt", ("Entry.Mail", "bodo@verein.example"));

        Assert.Contains("schon oft geschrieben", (await MessagePortal.PageOf(answer)).QuerySelector("#mail-fehler")!.TextContent);
    }
}
