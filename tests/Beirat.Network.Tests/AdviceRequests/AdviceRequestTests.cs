using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Xunit;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>What holds for a request, whoever asks.</summary>
public sealed class AdviceRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_steps_go_in_their_order_and_none_is_taken_twice()
    {
        var request = Make();
        Assert.Equal(Refusal.NothingWritten, request.RefusalToRelease(0));
        Assert.Throws<InvalidOperationException>(() => request.Deliver(null, Now));
        request.NextVersion();
        Assert.Equal(Refusal.CommentsOpen, request.RefusalToRelease(1));
        request.Release(null, 0, Now);
        Assert.Throws<InvalidOperationException>(() => request.NextVersion());
        Assert.Throws<InvalidOperationException>(() => request.Ask(Guid.NewGuid(), null, Now));
        request.TakeBackRelease();
        Assert.Equal(2, request.NextVersion());
        request.Release(null, 0, Now);
        request.Deliver(null, Now);
        Assert.Throws<InvalidOperationException>(() => request.TakeBackRelease());
        Assert.Equal(Refusal.AdviceElsewhere, request.RefusalToWithdraw);
        request.Reply(AdviceVerdict.Partly, "Zum Teil.", null, Now);
        Assert.Throws<InvalidOperationException>(() => request.Reply(AdviceVerdict.TakenUp, "Doch ganz.", null, Now));
        Assert.Equal((AdviceState.Replied, AdviceVerdict.Partly), (request.State, request.Verdict));
    }

    [Fact]
    public void Somebody_is_asked_once()
    {
        var (request, person) = (Make(), Guid.NewGuid());

        Assert.NotNull(request.Ask(person, null, Now));
        Assert.Null(request.Ask(person, null, Now));
        Assert.Single(request.Assignments);
    }

    [Theory]
    [InlineData(AdviceAnswer.Pending, "", "answer", Refusal.Empty)]
    [InlineData(AdviceAnswer.Declined, "", "reason", Refusal.Empty)]
    [InlineData(AdviceAnswer.Declined, "a\uD800", "reason", Refusal.UnreadableText)]
    [InlineData(AdviceAnswer.Accepted, "", null, null)]
    [InlineData(AdviceAnswer.NotMyTopic, "", null, null)]
    [InlineData(AdviceAnswer.Absent, "", null, null)]
    public void An_answer_says_what_it_must(AdviceAnswer kind, string reason, string? field, Refusal? refusal)
    {
        var faults = AdviceAssignment.RefusalsOf(new AdviceAnswerText(kind, reason, null, null), Today);

        if (field is null) Assert.Empty(faults);
        else Assert.Equal(refusal, Assert.Single(faults, f => f.Key == field).Value);
    }

    [Fact]
    public void An_answer_keeps_only_what_belongs_to_it()
    {
        var place = Make().Ask(Guid.NewGuid(), null, Now)!;
        place.Give(new AdviceAnswerText(AdviceAnswer.NotMyTopic, "Anderes Feld", Guid.NewGuid(), Today), Now);
        Assert.NotNull(place.HintToId);
        Assert.Null(place.AbsentUntil);

        place.Give(new AdviceAnswerText(AdviceAnswer.Accepted, "Anderes Feld", Guid.NewGuid(), Today), Now);

        Assert.Equal((string.Empty, (Guid?)null, (DateOnly?)null), (place.Reason, place.HintToId, place.AbsentUntil));
    }

    [Fact]
    public void Days_in_the_chain_are_those_of_the_calendar_and_the_public_sees_three_steps()
    {
        // Half past eleven in the evening and half past midnight: an hour, and a day of the calendar.
        var evening = new DateTimeOffset(2026, 11, 22, 22, 30, 0, TimeSpan.Zero);
        var request = Make(evening);
        request.Ask(Guid.NewGuid(), null, evening)!.Give(new AdviceAnswerText(AdviceAnswer.Accepted, string.Empty, null, null), evening.AddHours(1));
        request.NextVersion();
        request.Release(null, 0, evening.AddDays(2));
        request.Deliver(null, evening.AddDays(5));
        request.Reply(AdviceVerdict.TakenUp, "Ja.", null, evening.AddDays(9));

        var inside = AdviceChain.Of(request, evening.AddHours(1), sharesWork: true, insider: true);
        var outside = AdviceChain.Of(request, evening.AddHours(1), sharesWork: false, insider: false);

        Assert.Equal([AdviceStep.Asked, AdviceStep.Accepted, AdviceStep.Drafted, AdviceStep.Released, AdviceStep.Delivered, AdviceStep.Replied], inside.Select(s => s.Step));
        Assert.Equal([null, 1, 0, 1, 3, 4], inside.Select(s => s.Days));
        Assert.Equal([(AdviceStep.Asked, (int?)null), (AdviceStep.Delivered, 5), (AdviceStep.Replied, 4)], outside.Select(s => (s.Step, s.Days)));
    }

    [Fact]
    public void Reminders_rise_with_the_days_and_the_office_hears_of_it_before_the_deadline()
    {
        var ladder = AdviceLadder.Usual;
        var far = Today.AddDays(60);

        Assert.Equal(AdviceReminderStep.Asked, ladder.StepFor(Now, Now.AddDays(3).AddSeconds(-1)));
        Assert.Equal(AdviceReminderStep.FirstReminder, ladder.StepFor(Now, Now.AddDays(3)));
        Assert.Equal(AdviceReminderStep.SecondReminder, ladder.StepFor(Now, Now.AddDays(30)));
        Assert.False(ladder.Escalates(Now, far, Now.AddDays(10).AddSeconds(-1)));
        Assert.True(ladder.Escalates(Now, far, Now.AddDays(10)));
        Assert.True(ladder.Escalates(Now, Today.AddDays(3), Now.AddDays(2)));
        Assert.False(ladder.IsNear(Now, far, Now.AddDays(56)));
        Assert.True(ladder.IsNear(Now, far, Now.AddDays(57)));
        Assert.False(ladder.IsNear(Now.AddDays(58), far, Now.AddDays(58)));
    }

    [Theory]
    [InlineData(-1, Refusal.DayPassed)]
    [InlineData(0, null)]
    [InlineData(730, null)]
    [InlineData(731, Refusal.UnlikelyDate)]
    public void A_deadline_lies_ahead_but_not_in_another_age(int days, Refusal? expected) => Assert.Equal(expected, AdviceRules.RefusalOfDeadline(Today.AddDays(days), Today));

    private static AdviceRequest Make(DateTimeOffset? at = null) => new(
        Guid.NewGuid(), new AdviceRequester(Guid.NewGuid(), Guid.NewGuid(), null),
        new AdviceQuestion("Wie?", "de", AdviceKind.Inquiry, AdviceConfidentiality.Public, Today.AddDays(14), null, [Guid.NewGuid()]), at ?? Now);
}
