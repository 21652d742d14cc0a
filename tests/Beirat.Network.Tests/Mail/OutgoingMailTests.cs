using Beirat.Network.Mail;
using Xunit;

namespace Beirat.Network.Tests.Mail;

/// <summary>A mail on its way: tries, pauses, the end.</summary>
public sealed class OutgoingMailTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_sent_loses_its_text()
    {
        var mail = Write();
        mail.BeTried(Now);

        mail.BeSent(Now);

        Assert.Empty(mail.Text);
        Assert.False(mail.IsOpen);
        Assert.Throws<InvalidOperationException>(() => mail.BeTried(Now));
    }

    [Fact]
    public void The_pauses_grow_to_half_a_day()
    {
        Assert.Equal(
            [1, 4, 16, 64, 256, 720, 720],
            Enumerable.Range(1, 7).Select(n => OutgoingMail.PauseAfter(n).TotalMinutes));
        Assert.Equal(TimeSpan.FromHours(12), OutgoingMail.PauseAfter(int.MaxValue));
    }

    [Fact]
    public void A_passing_fault_is_tried_again_and_parked_in_the_end()
    {
        var mail = Write();
        for (var i = 1; i <= OutgoingMail.MostAttempts; i++)
        {
            Assert.True(mail.IsOpen);
            mail.BeTried(Now);
            mail.Fail(new MailFaultException("smtp 451", lasting: false), Now);
        }

        Assert.False(mail.IsOpen);
        Assert.Equal((Now, "smtp 451"), (mail.ParkedAt, mail.LastFault));
    }

    [Fact]
    public void A_lasting_fault_parks_at_once()
    {
        var mail = Write();
        mail.BeTried(Now);

        mail.Fail(new MailFaultException("smtp 550", lasting: true), Now);

        Assert.Equal(Now, mail.ParkedAt);
    }

    [Fact]
    public void Address_and_subject_are_one_line()
    {
        var mail = new OutgoingMail(new Addressee("a@b.example\r\nBcc: c@d.example", null, "de"), new MailText("Nachricht von X\r\nBcc: c@d.example\u2028", "Zeile\nZeile"), Now);

        Assert.Equal("a@b.example Bcc: c@d.example", mail.To);
        Assert.Equal("Nachricht von X Bcc: c@d.example", mail.Subject);
        Assert.Equal("Zeile\nZeile", mail.Text);
    }

    [Fact]
    public void A_long_subject_is_cut()
    {
        var mail = new OutgoingMail(new Addressee("a@b.example", null, "de"), new MailText(new string('ß', 500), "Text"), Now);

        Assert.InRange(mail.Subject.Length, 100, OutgoingMail.MaxSubjectLength);
    }

    private static OutgoingMail Write() => new(new Addressee("a@b.example", null, "de"), new MailText("Betreff", "Text"), Now);
}
