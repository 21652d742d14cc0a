using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Mail;
using Beirat.Network.Testing;
using Beirat.Network.Tests.Messages;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>Reminders follow from the records: none twice, none lost, none in quiet hours, with a clock of the test's own.</summary>
public sealed class AdviceCalendarTests : SeededCouncil
{
    private TestTransport Server => (TestTransport)Network.Get<IMailTransport>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ReopenAsync(Correspondence.UseMail);
        // The demo council has requests of its own; here only those of the test count.
        await Network.ChangeAsync(db => db.AdviceRequests.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Somebody_is_told_reminded_twice_and_then_the_office_each_once()
    {
        await Network.AskedAsync(Asking.Question(people: "aylin-demirtas"));
        for (var hours = 0; hours < 12 * 24; hours += 2) await TurnAsync(TimeSpan.FromHours(2));

        Assert.Equal(["Asked", "FirstReminder", "SecondReminder"], Told(Cast.Member));
        Assert.Equal(["Unanswered"], Told(Cast.Staff));
        Assert.Empty(Told(Cast.Deputy));
        Assert.Empty(await ForgottenAsync());
    }

    [Fact]
    public async Task No_mail_leaves_in_quiet_hours_whenever_it_was_due()
    {
        await QuietAsync(Cast.Deputy, new TimeOnly(9, 0), new TimeOnly(17, 30));
        for (var i = 0; i < 20; i++)
        {
            // At every hour of the day, and over the turn of the year.
            await Network.AskedAsync(Asking.Question($"Nummer {i}") with { Deadline = new DateOnly(2027, 2, 1) });
            for (var minutes = 0; minutes < 17 * 60; minutes += 31) await TurnAsync(TimeSpan.FromMinutes(31));
        }

        await using var db = Network.Db();
        var mails = await db.OutgoingMails.AsNoTracking().ToListAsync();
        Assert.NotEmpty(mails);
        Assert.All(mails.Where(m => m.To != Cast.Deputy), m => Assert.InRange(Hour(m.SentAt!.Value), 8, 19));
        var toDeputy = mails.Where(m => m.To == Cast.Deputy).ToList();
        Assert.NotEmpty(toDeputy);
        Assert.All(toDeputy, m => Assert.True(TimeOnly.FromDateTime(m.SentAt!.Value.InCity().DateTime) >= new TimeOnly(17, 30) || Hour(m.SentAt.Value) < 9));
        Assert.All(await db.AdviceReminders.Where(r => r.Step == AdviceReminderStep.Unanswered).ToListAsync(), r => Assert.InRange(Hour(r.At), 8, 19));
    }

    [Fact]
    public async Task A_mail_that_failed_before_the_evening_is_tried_again_in_the_morning()
    {
        await Network.AskedAsync(Asking.Question(people: "aylin-demirtas"));
        Network.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 18, 59, 30, TimeSpan.Zero));
        for (var i = 0; i < 3; i++) Server.Faults.Enqueue(new MailFaultException("no connection", lasting: false));
        await TurnAsync(TimeSpan.Zero);
        for (var i = 0; i < 100; i++) await TurnAsync(TimeSpan.FromMinutes(7));
        Assert.Empty(Told(Cast.Member));

        for (var i = 0; i < 40; i++) await TurnAsync(TimeSpan.FromMinutes(7));

        Assert.Equal(["Asked"], Told(Cast.Member));
        await using var db = Network.Db();
        Assert.Equal(8, Hour((await db.OutgoingMails.SingleAsync(m => m.To == Cast.Member)).SentAt!.Value));
    }

    [Fact]
    public async Task A_process_that_stops_between_two_reminders_sends_none_twice_and_loses_none()
    {
        var letters = new List<string>();
        await Network.AskedAsync(Asking.Question(people: "aylin-demirtas"));
        await TurnAsync(TimeSpan.Zero);
        // It stops after the reminder was noted and before the mail left; then it is down for some days.
        var down = Network.Time.GetUtcNow().AddDays(3);
        Network.Time.SetUtcNow(down);
        await Network.Get<AdviceCalendar>().RunAsync();
        letters.AddRange(Told(Cast.Member));
        await ReopenAsync(Correspondence.UseMail);
        Network.Time.SetUtcNow(down.AddMinutes(5));
        await TurnAsync(TimeSpan.Zero);
        await TurnAsync(TimeSpan.FromMinutes(1));
        letters.AddRange(Told(Cast.Member));
        var long1 = Network.Time.GetUtcNow().AddDays(8);
        await ReopenAsync(Correspondence.UseMail);
        Network.Time.SetUtcNow(long1);
        await TurnAsync(TimeSpan.Zero);
        letters.AddRange(Told(Cast.Member));
        var office = Told(Cast.Staff);
        await ReopenAsync(Correspondence.UseMail);
        Network.Time.SetUtcNow(long1.AddDays(1));
        await TurnAsync(TimeSpan.Zero);

        Assert.Equal(["Asked", "FirstReminder", "SecondReminder"], letters);
        Assert.Equal(["Unanswered"], office);
        Assert.Empty(Told(Cast.Member));
        Assert.Empty(await ForgottenAsync());
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_tell_once()
    {
        await Network.AskedAsync(Asking.Question(people: "aylin-demirtas"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Network.Get<AdviceCalendar>().RunAsync()));
        await TurnAsync(TimeSpan.Zero);

        Assert.Equal(["Asked"], Told(Cast.Member));
        await using var db = Network.Db();
        Assert.Single(await db.AdviceReminders.ToListAsync());
    }

    [Fact]
    public async Task Whoever_wants_a_digest_is_told_on_mondays_all_at_once()
    {
        var member = await Network.AccountAsync(Cast.Member);
        await RhythmAsync(member, QuietHours.Usual.From, QuietHours.Usual.Until, weekly: true);
        // From Sunday on: one digest on each Monday, in the morning.
        for (var i = 0; i < 3; i++) await Network.AskedAsync(Asking.Question($"Nummer {i}", people: "aylin-demirtas"));
        for (var hours = 0; hours < 15 * 24; hours++) await TurnAsync(TimeSpan.FromHours(1));

        var letters = Server.Taken.Where(l => l.To == Cast.Member).ToList();
        Assert.Equal(2, letters.Count);
        Assert.All(letters, l => Assert.Contains("Weekly = True", l.Text.Text));
        await using var db = Network.Db();
        var told = await db.AdviceReminders.Where(r => r.AccountId == member.AccountId).ToListAsync();
        Assert.Equal([new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 30)], told.Select(r => DateOnly.FromDateTime(r.At.InCity().DateTime)).Distinct().Order());
        Assert.All(told, r => Assert.Equal(8, Hour(r.At)));
        Assert.Equal(6, told.Count);
    }

    [Fact]
    public async Task Whoever_answered_left_or_has_an_answer_is_left_alone_and_the_office_hears_when_nobody_is_left()
    {
        var id = await Network.AskedAsync();
        await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.Declined, "Keine Zeit");
        await TurnAsync(TimeSpan.Zero);
        Assert.Equal(["Asked"], Told(Cast.Member));
        Assert.Empty(Told(Cast.Deputy));
        Assert.Empty(Told(Cast.Staff));
        await Network.EndMandateAsync("aylin-demirtas");
        Network.Time.Advance(TimeSpan.FromDays(4));
        await TurnAsync(TimeSpan.Zero);
        Assert.Equal(["Asked"], Told(Cast.Member));
        Assert.Equal(["NobodyLeft"], Told(Cast.Staff));

        await Network.StepAsync(s => s.WithdrawAsync(Viewers.Office, id));
        Network.Time.Advance(TimeSpan.FromDays(30));
        await TurnAsync(TimeSpan.Zero);
        Assert.Single(Told(Cast.Staff));
    }

    [Fact]
    public async Task Near_the_deadline_the_writers_are_told_after_it_the_office_and_at_the_end_the_requester()
    {
        var office = await Network.AccountAsync(Cast.Office);
        var request = Asking.Question(people: "aylin-demirtas");
        Assert.IsType<Outcome<Guid>.Done>(await Network.StartAsync(request, office));
        await Network.AnswerAsync(Viewers.Member, request.Id, AdviceAnswer.Accepted);
        for (var days = 0; days < 16; days++) await TurnAsync(TimeSpan.FromDays(1));
        Assert.Equal(["DeadlineNear"], Told(Cast.Member));
        Assert.Equal(["DeadlinePassed"], Told(Cast.Staff));
        await Network.WriteAsync(Viewers.Member, request.Id, 0, "Spät, aber da");
        await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, request.Id, 1, 0));
        await Network.StepAsync(s => s.DeliverAsync(Viewers.Staff, request.Id));
        for (var days = 0; days < 3; days++) await TurnAsync(TimeSpan.FromDays(1));

        Assert.Equal(["Delivered"], Told(Cast.Office));
        Assert.DoesNotContain(Server.Taken, l => l.Text.Text.Contains("erreichen", StringComparison.Ordinal));
        Assert.Equal(3, (await Network.SeeAsync(Viewers.Staff, request.Id))!.Reminders.Count);
    }

    private async Task TurnAsync(TimeSpan pause)
    {
        await Network.Get<AdviceCalendar>().RunAsync();
        await Network.Get<MailDelivery>().RunAsync();
        Network.Time.Advance(pause);
    }

    /// <summary>The steps that somebody was sent, in their order. The words of the tests name them.</summary>
    private List<string> Told(string mail) => [.. Server.Taken.Where(l => l.To == mail).SelectMany(l => l.Text.Text.Split(',')).Where(t => t.Contains("Step", StringComparison.Ordinal)).Select(t => t.Split('=')[^1].Trim())];

    private async Task<List<OutgoingMail>> ForgottenAsync()
    {
        await using var db = Network.Db();
        return await db.OutgoingMails.Where(m => m.SentAt == null).ToListAsync();
    }

    private async Task QuietAsync(string mail, TimeOnly from, TimeOnly until) => await RhythmAsync(await Network.AccountAsync(mail), from, until, weekly: false);

    private async Task RhythmAsync(Viewer viewer, TimeOnly from, TimeOnly until, bool weekly) => Assert.IsType<Outcome<Guid>.Done>(
        await Network.AskAsync((MailRhythmHandler h) => h.RunAsync(viewer, new MailRhythmChange(-1, from, until, weekly, []))));

    private static int Hour(DateTimeOffset at) => at.InCity().Hour;
}
