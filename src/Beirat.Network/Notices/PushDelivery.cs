using Beirat.Network.Data;
using Beirat.Network.Mail;
using Beirat.Network.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Notices;

/// <summary>Sends to devices that are marked, on any number of nodes: whoever counts the try first makes it. A slow push service holds up only its own.</summary>
internal sealed partial class PushDelivery(
    IDbContextFactory<NetworkDb> factory, IPushTransport transport, TimeProvider time, ILogger<PushDelivery> log) : RepeatedWork(time, Idle)
{
    private const int BatchSize = 50;
    private const int AtOnce = 4;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    protected override TimeSpan AfterStart => Idle;

    /// <summary>Whoever turns a device on later than this looks at the portal anyway.</summary>
    private static readonly TimeSpan LongestKept = TimeSpan.FromHours(4);

    /// <summary>Sends what is due now.</summary>
    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        List<Guid> due;
        var now = Time.GetUtcNow();
        await using (var db = await factory.CreateDbContextAsync(cancellation))
            due = await db.PushDevices.Where(d => d.DueAt <= now).OrderBy(d => d.DueAt).Take(BatchSize).Select(d => d.Id).ToListAsync(cancellation);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (id, stop) => await SendAsync(id, stop));
    }

    private async Task SendAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = Time.GetUtcNow();
        if (await db.PushDevices.FirstOrDefaultAsync(d => d.Id == id && d.DueAt <= now, cancellation) is not { } device) return;
        var quiet = await MailRhythm.QuietOfAsync(db, device.AccountId, cancellation);
        var rests = device.Rest(quiet, now);
        if (!rests) device.BeTried(now);
        if (!await SaveAsync(db, cancellation) || rests) return;
        try
        {
            var left = quiet?.Before(now) ?? LongestKept;
            await transport.SendAsync(new PushLetter(new PushAddress(device.Endpoint, device.Key, device.Secret, device.Language), left < LongestKept ? left : LongestKept), cancellation);
            device.BeSent();
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            var known = fault as PushFaultException ?? new PushFaultException(fault.GetType().Name, gone: false, fault);
            LogNotSent(id, known.Code, device.Attempts, known.Gone);
            if (known.Gone) db.PushDevices.Remove(device);
            else device.Fail();
        }

        await SaveAsync(db, cancellation);
    }

    private static async Task<bool> SaveAsync(NetworkDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node took it, there is something newer to tell, or the person removed it.
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages to devices could not be sent; trying again.")]
    protected override partial void LogFault(Exception fault);

    // The id only: the address of a device is a secret.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Device {Device} was not reached ({Code}), try {Attempt}, gone: {Gone}.")]
    private partial void LogNotSent(Guid device, string code, int attempt, bool gone);
}
