using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Discussions;

namespace Beirat.Network.Seeding;

internal sealed record SeedAsked(string Person, string? Answer, DateTimeOffset? At, string? Reason, string? HintTo, DateOnly? AbsentUntil);

internal sealed record SeedVersion(string By, DateTimeOffset At, string Text);

internal sealed record SeedRequest(
    string Id, string Organization, string AskedBy, DateTimeOffset AskedAt, string Language, string Kind, string Confidentiality, DateOnly Deadline, int? Minutes,
    List<string> Topics, string Question, List<SeedAsked> Asked, List<SeedVersion> Versions)
{
    public DateTimeOffset? ReleasedAt { get; init; }

    public string? ReleasedBy { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public string? DeliveredBy { get; init; }

    public string? Verdict { get; init; }

    public string? VerdictReason { get; init; }

    public DateTimeOffset? RepliedAt { get; init; }

    public string? RepliedBy { get; init; }
}

internal static class SeedRequests
{
    /// <summary>Requests as far as they are at that moment: what lies ahead has not happened.</summary>
    public static void Read(SeedFolder seed, DemoCouncil council, DateTimeOffset now)
    {
        foreach (var record in seed.Read<List<SeedRequest>>("requests.json").Where(r => r.AskedAt <= now))
        {
            var request = new AdviceRequest(SeedIds.Of("request", record.Id), From(record), Question(record), record.AskedAt);
            foreach (var asked in record.Asked) Ask(request, asked, record, now);
            council.Requests.Add(request);
            council.Discussions.Add(Thread(request));
            council.Versions.AddRange(record.Versions.Where(v => v.At <= now).Select(v =>
                new AdviceVersion(request.Id, request.NextVersion(), v.Text, record.Language, SeedIds.Of("person", v.By), v.At)));
            if (record.ReleasedAt <= now) request.Release(SeedIds.Maybe("person", record.ReleasedBy), 0, record.ReleasedAt.Value);
            if (record.DeliveredAt <= now) request.Deliver(SeedIds.Maybe("person", record.DeliveredBy), record.DeliveredAt.Value);
            if (record.RepliedAt <= now)
                request.Reply(Enum.Parse<AdviceVerdict>(record.Verdict!, true), record.VerdictReason!, SeedIds.Maybe("person", record.RepliedBy), record.RepliedAt.Value);
        }
    }

    /// <summary>What people of the demo council were told already: nobody gets mails about what was before the portal.</summary>
    public static IEnumerable<AdviceReminder> Told(DemoCouncil council, IReadOnlyCollection<Account> accounts)
    {
        foreach (var request in council.Requests.Where(r => r.State == AdviceState.Open))
        {
            foreach (var place in request.Assignments.Where(a => a.Answer == AdviceAnswer.Pending))
            {
                if (accounts.FirstOrDefault(a => a.PersonId == place.PersonId) is { } account)
                    yield return new AdviceReminder(request.Id, place.Id, AdviceReminderStep.Asked, account.Id, byMail: false, place.AskedAt);
            }

            if (request.Assignments.Count > 0) continue;
            foreach (var staff in accounts.Where(a => a.Roles.Contains(AccountRole.Staff)))
                yield return new AdviceReminder(request.Id, request.Id, AdviceReminderStep.NobodyLeft, staff.Id, byMail: false, request.AskedAt);
        }
    }

    private static Discussion Thread(AdviceRequest request)
    {
        var thread = Discussion.OfRequest(request.Id, AdviceRules.TitleOf(request.Question), request.Language, request.AskedAt);
        thread.LetIn(request.AskedById!.Value, asMember: false);
        foreach (var place in request.Assignments) thread.LetIn(place.PersonId!.Value, asMember: true);
        return thread;
    }

    private static AdviceRequester From(SeedRequest record) => new(null, SeedIds.Of("person", record.AskedBy), SeedIds.Of("organization", record.Organization));

    private static AdviceQuestion Question(SeedRequest record) => new(
        record.Question, record.Language, Enum.Parse<AdviceKind>(record.Kind, true), Enum.Parse<AdviceConfidentiality>(record.Confidentiality, true),
        record.Deadline, record.Minutes, [.. record.Topics.Select(t => SeedIds.Of("topic", t))]);

    private static void Ask(AdviceRequest request, SeedAsked asked, SeedRequest record, DateTimeOffset now)
    {
        var place = request.Ask(SeedIds.Of("person", asked.Person), SeedIds.Of("person", record.AskedBy), record.AskedAt);
        if (asked.Answer is not { } answer || asked.At is not { } at || at > now) return;
        place!.Give(new AdviceAnswerText(Enum.Parse<AdviceAnswer>(answer, true), asked.Reason ?? string.Empty, SeedIds.Maybe("person", asked.HintTo), asked.AbsentUntil), at);
    }
}
