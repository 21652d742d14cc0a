using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>A step that is due to an account and was not taken yet.</summary>
internal sealed record DueStep(Guid AccountId, Guid SubjectId, AdviceNewsLine Line);

/// <summary>Computes what is due from the records alone: nothing is planned ahead, so nothing can be lost or left over.</summary>
internal sealed class AdviceDueSteps(NetworkDb db, AdviceLadder ladder, TimeProvider time)
{
    private const int BatchSize = 200;

    /// <summary>The office is told of a delivered answer, and the requester, within so many days; later it is old.</summary>
    private const int DeliveredDays = 30;

    private const int MostOfOffice = 50;

    public async Task<List<DueStep>> FindAsync(CancellationToken cancellation)
    {
        var due = new List<DueStep>();
        var staff = await db.Users.Where(a => a.Roles.Contains(AccountRole.Staff)).OrderBy(a => a.CreatedAt).Take(MostOfOffice).Select(a => a.Id).ToListAsync(cancellation);
        var recent = time.GetUtcNow().AddDays(-DeliveredDays);
        for (var after = Guid.Empty; ;)
        {
            var batch = await db.AdviceRequests.Include(r => r.Assignments).AsSplitQuery().AsNoTracking()
                .Where(r => r.Id.CompareTo(after) > 0 && (r.State == AdviceState.Open || r.State == AdviceState.Released || (r.State == AdviceState.Delivered && r.DeliveredAt >= recent)))
                .OrderBy(r => r.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0) return due;
            await AddAsync(due, batch, staff, cancellation);
            after = batch[^1].Id;
        }
    }

    private async Task AddAsync(List<DueStep> due, List<AdviceRequest> requests, List<Guid> staff, CancellationToken cancellation)
    {
        var ids = requests.ConvertAll(r => r.Id);
        var people = requests.SelectMany(r => r.Assignments).Select(a => a.PersonId).OfType<Guid>().Distinct().ToList();
        var seated = (await db.Members(time.Today()).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation)).ToDictionary(p => p.Id, p => p.Name);
        var accounts = (await db.Users.Where(a => a.PersonId != null && people.Contains(a.PersonId.Value)).OrderBy(a => a.CreatedAt)
            .Select(a => new { a.Id, Person = a.PersonId!.Value }).ToListAsync(cancellation)).ToLookup(a => a.Person, a => a.Id);
        var organizations = requests.Select(r => r.OrganizationId).OfType<Guid>().Distinct().ToList();
        var names = await db.Organizations.Where(o => organizations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var taken = (await db.AdviceReminders.Where(m => ids.Contains(m.RequestId)).Select(m => new { m.SubjectId, m.AccountId, m.Step }).ToListAsync(cancellation))
            .ToLookup(m => (m.SubjectId, m.AccountId), m => m.Step);
        foreach (var request in requests)
        {
            var from = request.OrganizationId is { } organization ? names.GetValueOrDefault(organization, string.Empty) : string.Empty;
            foreach (var (account, subject, step, about) in Steps(request, seated, accounts, staff))
                if (!IsTaken(step, taken[(subject, account)])) due.Add(new DueStep(account, subject, new AdviceNewsLine(step, request.Id, from, about, request.Deadline)));
        }
    }

    // Of the steps to whoever is asked a higher one stands for those below it.
    private static bool IsTaken(AdviceReminderStep step, IEnumerable<AdviceReminderStep> taken) =>
        taken.Any(t => t == step || (step <= AdviceReminderStep.SecondReminder && t <= AdviceReminderStep.SecondReminder && t > step));

    private IEnumerable<(Guid Account, Guid Subject, AdviceReminderStep Step, string About)> Steps(
        AdviceRequest request, Dictionary<Guid, string> seated, ILookup<Guid, Guid> accounts, List<Guid> staff)
    {
        var now = time.GetUtcNow();
        if (request.State == AdviceState.Delivered)
        {
            if (request.AccountId is { } asker) yield return (asker, request.Id, AdviceReminderStep.Delivered, string.Empty);
            yield break;
        }

        if (request.Deadline < time.Today())
            foreach (var one in staff) yield return (one, request.Id, AdviceReminderStep.DeadlinePassed, string.Empty);
        if (request.State != AdviceState.Open) yield break;
        var active = request.Assignments.Where(a => a.PersonId is { } person && seated.ContainsKey(person)).ToList();
        foreach (var asked in active)
        {
            var account = accounts[asked.PersonId!.Value].Select(a => (Guid?)a).FirstOrDefault();
            if (asked.Answer == AdviceAnswer.Accepted && account is { } writer && ladder.IsNear(asked.AnsweredAt!.Value, request.Deadline, now))
                yield return (writer, asked.Id, AdviceReminderStep.DeadlineNear, string.Empty);
            if (asked.Answer != AdviceAnswer.Pending) continue;
            if (account is { } adviser) yield return (adviser, asked.Id, ladder.StepFor(asked.AskedAt, now), string.Empty);
            if (!ladder.Escalates(asked.AskedAt, request.Deadline, now)) continue;
            foreach (var one in staff) yield return (one, asked.Id, AdviceReminderStep.Unanswered, seated[asked.PersonId.Value]);
        }

        // Asking somebody new who then declines is news again: the newest place is what it is about.
        if (active.Any(a => a.Answer is AdviceAnswer.Pending or AdviceAnswer.Accepted)) yield break;
        var newest = request.Assignments.OrderBy(a => a.AskedAt).ThenBy(a => a.Id).LastOrDefault()?.Id ?? request.Id;
        foreach (var one in staff) yield return (one, newest, AdviceReminderStep.NobodyLeft, string.Empty);
    }
}
