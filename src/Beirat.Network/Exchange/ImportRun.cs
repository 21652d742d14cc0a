using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Exchange;

/// <summary>What an import does and whether it only tells.</summary>
public sealed record ImportMode(bool DryRun, IProgress<int>? Progress = null);

/// <summary>
/// Takes items through sessions on the database, a batch and a transaction each. A dry run keeps one session and never
/// saves it: what earlier lines would have added must be known to the later ones.
/// </summary>
internal sealed class ImportRun<TSession>(Func<NetworkDb> open, Func<NetworkDb, TSession> begin, ImportMode mode) : IAsyncDisposable
    where TSession : class
{
    private const int BatchSize = 250;
    private const int Attempts = 3;

    private NetworkDb? _kept;
    private TSession? _session;

    public ExchangeTally Tally { get; } = new();

    public async Task EachAsync<T>(
        IAsyncEnumerable<T> items, Func<TSession, IReadOnlyList<T>, ExchangeTally, Task> take, CancellationToken cancellation)
    {
        await foreach (var batch in items.Chunk(BatchSize).WithCancellation(cancellation))
        {
            if (mode.DryRun) await TryAsync(batch, take);
            else await SaveAsync(batch, take, cancellation);
            mode.Progress?.Report(Tally.Lines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_kept is not null) await _kept.DisposeAsync();
    }

    private async Task TryAsync<T>(IReadOnlyList<T> batch, Func<TSession, IReadOnlyList<T>, ExchangeTally, Task> take)
    {
        _session ??= begin(_kept = open());
        await take(_session, batch, Tally);
    }

    private async Task SaveAsync<T>(
        IReadOnlyList<T> batch, Func<TSession, IReadOnlyList<T>, ExchangeTally, Task> take, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = open();
            var part = new ExchangeTally();
            await take(begin(db), batch, part);
            try
            {
                await db.SaveChangesAsync(cancellation);
                Tally.Add(part);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Somebody changed one of them meanwhile: read them again and look what there is still to do.
            }
        }
    }
}
