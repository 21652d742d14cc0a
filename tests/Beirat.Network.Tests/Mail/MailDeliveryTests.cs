using Beirat.Network.Common;
using Beirat.Network.Mail;
using Beirat.Network.Messages;
using Beirat.Network.People;
using Beirat.Network.Tests.Messages;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Mail;

/// <summary>Mails about conversations: written with them, sent once, tried again, forgotten.</summary>
public sealed class MailDeliveryTests : SeededCouncil
{
    private TestTransport Server => (TestTransport)Network.Get<IMailTransport>();

    private MailDelivery Delivery => Network.Get<MailDelivery>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ReopenAsync(Correspondence.UseMail);
    }

    [Fact]
    public async Task The_recipient_gets_the_text_and_the_sender_a_link_without_it()
    {
        var (id, secret) = await Network.BeginAsync("Ein Satz", "bodo@verein.example");

        await Delivery.RunAsync();

        var toMember = Assert.Single(Server.Taken, l => l.To == Testing.Cast.Member);
        Assert.Contains("Ein Satz", toMember.Text.Text);
        Assert.Contains(id.ToString(), toMember.Text.Text);
        Assert.DoesNotContain("bodo@verein.example", toMember.Text.Text);
        Assert.DoesNotContain(secret, toMember.Text.Text);
        var toSender = Assert.Single(Server.Taken, l => l.To == "bodo@verein.example");
        Assert.Contains(secret, toSender.Text.Text);
        Assert.DoesNotContain("Ein Satz", toSender.Text.Text);
        Assert.DoesNotContain("Bodo", toSender.Text.Text);
    }

    [Fact]
    public async Task An_answer_is_told_with_a_link_that_works_beside_the_first()
    {
        var (id, secret) = await Network.BeginAsync("Ein Satz", "bodo@verein.example");
        await Network.GoOnAsync(Viewers.Member, ConversationKey.Of(id), "Die Antwort");

        await Delivery.RunAsync();

        var answer = Assert.Single(Server.Taken, l => l.Text.Subject == nameof(AnswerArrived));
        var other = System.Text.RegularExpressions.Regex.Match(answer.Text.Text, "Secret = ([^,]+),").Groups[1].Value;
        Assert.NotEqual(secret, other);
        Assert.DoesNotContain("Die Antwort", answer.Text.Text);
        Assert.Equal("Die Antwort", (await Network.ReadAsync(Viewer.Public, ConversationKey.Behind(other)))!.Entries[^1].Text);
        Assert.NotNull(await Network.ReadAsync(Viewer.Public, ConversationKey.Behind(secret)));
    }

    [Fact]
    public async Task A_mail_is_sent_once_and_its_text_is_forgotten_and_its_row_after_a_month()
    {
        await Network.BeginAsync("Ein Satz");
        await Delivery.RunAsync();
        await Delivery.RunAsync();

        Assert.Single(Server.Taken);
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((string.Empty, Network.Time.GetUtcNow(), 1), (row.Text, row.SentAt, row.Attempts));
        Network.Time.Advance(OutgoingMail.Kept + TimeSpan.FromSeconds(1));
        await Delivery.RunAsync();
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again_after_a_pause()
    {
        Server.Faults.Enqueue(new MailFaultException("no connection", lasting: false));
        await Network.BeginAsync("Ein Satz");
        await Delivery.RunAsync();
        await Delivery.RunAsync();
        Assert.Empty(Server.Taken);
        Assert.Equal("no connection", Assert.Single(await RowsAsync()).LastFault);

        Network.Time.Advance(TimeSpan.FromMinutes(1));
        await Delivery.RunAsync();

        Assert.Single(Server.Taken);
        Assert.Equal((2, null), (Assert.Single(await RowsAsync()).Attempts, Assert.Single(await RowsAsync()).LastFault));
    }

    [Fact]
    public async Task One_that_is_parked_does_not_hold_up_the_others()
    {
        Server.Faults.Enqueue(new MailFaultException("smtp 550", lasting: true));
        await Network.BeginAsync("Erste");
        await Network.BeginAsync("Zweite", person: "murat-kocabas");

        await Delivery.RunAsync();

        Assert.Single(Server.Taken);
        Assert.Single(await RowsAsync(), m => m.ParkedAt is not null);
        Network.Time.Advance(TimeSpan.FromDays(2));
        await Delivery.RunAsync();
        Assert.Single(Server.Taken);
    }

    [Fact]
    public async Task Erasing_a_person_takes_their_mails_along()
    {
        await Network.BeginAsync("Ein Satz");
        await Network.ChangeAsync(async db => db.Remove(await db.OutgoingMails.SingleAsync()));
        await Network.ChangeAsync(db =>
        {
            var person = new Person(Guid.CreateVersion7(), "probe-person", "Probe", "Person");
            db.AddRange(person, new OutgoingMail(new Addressee("probe@demo.example", person.Id, "de"), new MailText("Betreff", "Text"), Network.Time.GetUtcNow()));
            return Task.CompletedTask;
        });

        await using var db = Network.Db();
        await db.People.Where(p => p.Slug == "probe-person").ExecuteDeleteAsync();

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_queued()
    {
        await ReopenAsync();

        await Network.BeginAsync("Ein Satz", "bodo@verein.example");

        Assert.Empty(await RowsAsync());
    }

    private async Task<List<OutgoingMail>> RowsAsync()
    {
        await using var db = Network.Db();
        return await db.OutgoingMails.AsNoTracking().ToListAsync();
    }
}
