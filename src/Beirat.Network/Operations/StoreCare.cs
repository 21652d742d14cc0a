using Beirat.Network.Data;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Operations;

/// <summary>Lets the database look from time to time how its data lies.</summary>
internal sealed partial class StoreCare(INetworkStore store, TimeProvider time, ILogger<StoreCare> log) : RepeatedWork(time, Between)
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    // The first pages come first.
    protected override TimeSpan AfterStart => TimeSpan.FromSeconds(5);

    public override Task RunAsync(CancellationToken cancellation = default) => store.LearnAsync(cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not look how its data lies; queries may be slow.")]
    protected override partial void LogFault(Exception fault);
}
