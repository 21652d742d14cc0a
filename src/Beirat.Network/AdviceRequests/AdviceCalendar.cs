using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Mail;
using Beirat.Network.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.AdviceRequests;

/// <summary>
/// Takes the steps that are due, on any number of nodes: whoever notes a step first has taken it. Nobody is told anything
/// in their quiet hours; whoever wants a digest is told once a week.
/// </summary>
internal sealed partial class AdviceCalendar(IServiceScopeFactory scopes, TimeProvider time, ILogger<AdviceCalendar> log) : RepeatedWork(time, Idle)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    /// <summary>Tells everybody what is due to them now; one mail for each.</summary>
    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        List<DueStep> due;
        await using (var scope = scopes.CreateAsyncScope())
            due = await scope.ServiceProvider.GetRequiredService<AdviceDueSteps>().FindAsync(cancellation);
        foreach (var account in due.GroupBy(d => d.AccountId)) await TellAsync(account.Key, [.. account], cancellation);
    }

    // Notes, mail and digest in one save: after a stop there are all or none.
    private async Task TellAsync(Guid account, List<DueStep> due, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var (now, today) = (Time.GetUtcNow(), Time.Today());
        var rhythm = await db.MailRhythms.FirstOrDefaultAsync(r => r.AccountId == account, cancellation);
        var quiet = rhythm is null ? QuietHours.Usual : rhythm.Quiet;
        if (quiet?.Cover(now) == true || rhythm?.WaitsForDigest(today) == true) return;
        var mails = scope.ServiceProvider.GetRequiredService<MailQueue>();
        var to = await db.Users.Where(a => a.Id == account && a.EmailConfirmed && a.Email != null).Select(a => new { a.Email, a.PersonId }).FirstOrDefaultAsync(cancellation);
        var byMail = to is not null && mails.IsOn;
        if (byMail) mails.Add(db, new Addressee(to!.Email!, to.PersonId, Languages.Default) { Quiet = quiet }, new AdviceNews([.. due.Select(d => d.Line)], rhythm?.Weekly == true));
        db.AdviceReminders.AddRange(due.Select(d => new AdviceReminder(d.Line.RequestId, d.SubjectId, d.Line.Step, account, byMail, now)));
        rhythm?.NoteDigest(today);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node was first, or the request is gone: what is left is due at the next look.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders of requests for advice could not be made; trying again.")]
    protected override partial void LogFault(Exception fault);
}
