using Beirat.Network.Data;
using Beirat.Network.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Mail;

/// <summary>Sends what is due, on any number of nodes: whoever counts the try first makes it.</summary>
internal sealed partial class MailDelivery(
    IDbContextFactory<NetworkDb> factory, IMailTransport transport, TimeProvider time, ILogger<MailDelivery> log) : RepeatedWork(time, Idle)
{
    private const int BatchSize = 20;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    /// <summary>Sends what is due now and forgets what is old.</summary>
    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = Time.GetUtcNow();
        var oldest = now - OutgoingMail.Kept;
        await db.OutgoingMails.Where(m => m.CreatedAt < oldest).ExecuteDeleteAsync(cancellation);
        var due = await db.OutgoingMails.Where(m => m.SentAt == null && m.ParkedAt == null && m.DueAt <= now)
            .OrderBy(m => m.DueAt).Take(BatchSize).ToListAsync(cancellation);
        foreach (var mail in due) await TryAsync(db, mail, cancellation);
    }

    private async Task TryAsync(NetworkDb db, OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            var rests = mail.Rest(Time.GetUtcNow());
            if (!rests) mail.BeTried(Time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            if (rests) return;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node took it, or it is gone with its person.
            db.Entry(mail).State = EntityState.Detached;
            return;
        }

        try
        {
            await transport.SendAsync(new MailLetter(mail.Id, mail.To, mail.Language, new MailText(mail.Subject, mail.Text) { Stop = mail.Stop }), cancellation);
            mail.BeSent(Time.GetUtcNow());
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // What the transport did not expect counts as passing, so that it is parked after the last try.
            var known = fault as MailFaultException ?? new MailFaultException(fault.GetType().Name, lasting: false, fault);
            mail.Fail(known, Time.GetUtcNow());
            LogNotSent(mail.Id, known.Code, mail.Attempts, mail.ParkedAt is not null);
        }

        await SaveResultAsync(db, mail, cancellation);
    }

    private static async Task SaveResultAsync(NetworkDb db, OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The person was erased while their mail was under way.
            db.Entry(mail).State = EntityState.Detached;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails could not be sent; trying again.")]
    protected override partial void LogFault(Exception fault);

    // The id only: no address, no subject.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was not taken ({Code}), try {Attempt}, given up: {Parked}.")]
    private partial void LogNotSent(Guid mail, string code, int attempt, bool parked);
}
