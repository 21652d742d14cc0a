using Beirat.Network.Accounts;
using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Events;
using Beirat.Network.Ledger;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Advice;

/// <summary>What somebody learned speaks for them; that they sat in a talk does not.</summary>
public sealed class CourseTests(RunningCouncil council) : IClassFixture<RunningCouncil>
{
    private static readonly Viewer Person = Viewers.Of("emmanuel-adjei", AccountRole.ExpertMember);

    [Theory]
    [InlineData(EventKind.Course, PersonPart.Participant, -40, EvidenceKind.Course)]
    [InlineData(EventKind.Training, PersonPart.Participant, 0, EvidenceKind.Course)]
    [InlineData(EventKind.Training, PersonPart.Participant, 40, null)]
    [InlineData(EventKind.Talk, PersonPart.Participant, -40, null)]
    [InlineData(EventKind.Course, PersonPart.Speaker, -40, EvidenceKind.Event)]
    [InlineData(EventKind.Meeting, PersonPart.Moderator, -40, EvidenceKind.Event)]
    public async Task A_part_in_an_event_speaks_for_somebody_by_what_it_was(EventKind kind, PersonPart part, int days, EvidenceKind? expected)
    {
        var (id, word) = (Guid.CreateVersion7(), $"Quallenkunde{kind}{part}{days + 50}");
        await council.Network.ChangeAsync(db =>
        {
            var @event = new Event(id, $"probe-{id:N}", word, kind, $"Alles über {word}.");
            @event.TakePlace(council.Network.Time.Today().AddDays(days), null, DatePrecision.Day);
            @event.Name(Person.PersonId!.Value, part);
            db.Events.Add(@event);
            db.Outbox.Add(new OutboxEntry(new Subject(SubjectKind.Event, id), council.Network.Time.GetUtcNow()));
            return Task.CompletedTask;
        });
        await council.Network.IndexedAsync();

        var found = (await council.Network.AskAsync((AdviserQuery q) => q.RunAsync(Viewer.Public, new AdviserRequest(word)))).Advisers.SelectMany(a => a.Evidence).Where(e => e.Kind.Speaks());
        var own = await council.Network.AskAsync((LedgerQuery q) => q.RunAsync(Person));

        Assert.Equal(expected is { } line ? [line] : [], found.Select(e => e.Kind));
        Assert.Equal(expected is { } entry ? [entry] : [], own!.SelectMany(p => p.Entries.Where(e => e.Source.Id == id).Select(_ => p.Kind)));
    }

    [Fact]
    public async Task A_course_of_which_only_the_month_is_known_is_dated_by_it()
    {
        var line = (await council.Network.AskAsync((AdviserQuery q) => q.RunAsync(Viewer.Public, new AdviserRequest("Empowerment-Schulung")))).Advisers
            .SelectMany(a => a.Evidence).First(e => e.Kind == EvidenceKind.Course);
        var entry = (await council.Network.AskAsync((LedgerQuery q) => q.RunAsync(Person, EvidenceKind.Course, null)))!.Entries.Single(e => e.Key == line.Key);

        Assert.Equal((new DateOnly(2021, 2, 1), DatePrecision.Month), (line.Date, line.Precision));
        Assert.Equal((line.Date, line.Precision), (entry.Date, entry.Precision));
    }
}
