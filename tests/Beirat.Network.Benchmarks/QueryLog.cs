namespace Beirat.Network.Benchmarks;

/// <summary>Counts the queries that a portal tells of in its log.</summary>
internal sealed class QueryLog
{
    /// <summary>Where EF Core tells of every query.</summary>
    public const string Category = "Microsoft.EntityFrameworkCore.Database.Command";

    private const string Executed = Category + "[20101]";

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);

    private int _count;

    /// <summary>One line of the log.</summary>
    public void Take(string? line)
    {
        if (line?.Contains(Executed, StringComparison.Ordinal) == true) Interlocked.Increment(ref _count);
    }

    /// <summary>The queries of one request. The least of a few: the portal may ask something on its own meanwhile, and the first may fill a cache.</summary>
    public async Task<int> CountAsync(Func<Task> request, int rounds)
    {
        var least = int.MaxValue;
        for (var i = 0; i < rounds; i++)
        {
            var before = await SettledAsync();
            await request();
            least = Math.Min(least, await SettledAsync() - before);
        }

        return least;
    }

    // The log is written behind the answers.
    private async Task<int> SettledAsync()
    {
        while (true)
        {
            var before = Volatile.Read(ref _count);
            await Task.Delay(Quiet);
            if (Volatile.Read(ref _count) == before) return before;
        }
    }
}
