using System.Threading.Channels;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.SearchDesk;

/// <summary>Writes down every few seconds what searches did not find, counted together, and forgets what is old.</summary>
internal sealed partial class SearchMissFeed(SearchMissNotes notes, IDbContextFactory<NetworkDb> factory, TimeProvider time, ILogger<SearchMissFeed> log) : RepeatedWork(time, Pause)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private long? _cleared;

    protected override TimeSpan AfterStart => Pause;

    // Questions in one statement.
    private const int Together = 200;

    private static readonly TimeSpan BetweenClearings = TimeSpan.FromHours(12);

    /// <summary>What was noted in the last seconds before the portal ends is lost, and may be.</summary>
    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        if (_cleared is not { } last || Time.GetElapsedTime(last) > BetweenClearings)
        {
            await ClearAsync(cancellation);
            _cleared = Time.GetTimestamp();
        }

        await WriteAsync(cancellation);
    }

    /// <summary>Writes what was noted so far.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        var counted = Counted(notes.Notes);
        if (counted.Count == 0) return;
        foreach (var chunk in counted.Chunk(Together))
        {
            try
            {
                await WriteAsync(chunk, cancellation);
            }
            catch (DbUpdateException)
            {
                // Another process wrote a question for the first time at the same moment.
                await WriteAsync(chunk, cancellation);
            }
        }
    }

    private async Task WriteAsync(IReadOnlyCollection<KeyValuePair<(MissPlace Place, string Question), (DateOnly Day, int Times, bool Relaxed)>> counted, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var questions = counted.Select(c => c.Key.Question).ToList();
        var known = await db.SearchMisses.Where(m => questions.Contains(m.Question)).ToDictionaryAsync(m => (m.Place, m.Question), cancellation);
        var room = SearchMissRules.Most - await db.SearchMisses.CountAsync(cancellation);
        foreach (var (asked, (day, times, relaxed)) in counted)
        {
            if (!known.TryGetValue(asked, out var miss))
            {
                // A full table takes in nothing new until old rows are cleared: a flood of nonsense must not drive out what people ask.
                if (room-- <= 0) continue;
                miss = db.SearchMisses.Add(new SearchMiss(asked.Place, asked.Question, day)).Entity;
            }

            miss.Count(day, times, relaxed);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Forgets what was not asked for a long time; sooner what was asked so seldom that nobody is shown it.</summary>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var (old, seldom) = (Time.Today().AddDays(-SearchMissRules.KeptDays), Time.Today().AddDays(-SearchMissRules.KeptDaysOfSeldom));
        await db.SearchMisses.Where(m => m.LastDay < old).ExecuteDeleteAsync(cancellation);
        await db.SearchMisses.Where(m => m.LastDay < seldom && m.Times < SearchMissRules.ShownFromTimes && m.Days < SearchMissRules.ShownFromDays).ExecuteDeleteAsync(cancellation);
    }

    private static Dictionary<(MissPlace Place, string Question), (DateOnly Day, int Times, bool Relaxed)> Counted(ChannelReader<MissNote> notes)
    {
        var counted = new Dictionary<(MissPlace Place, string Question), (DateOnly Day, int Times, bool Relaxed)>();
        while (notes.TryRead(out var note))
        {
            var asked = (note.Place, note.Question);
            counted[asked] = (note.Day, counted.GetValueOrDefault(asked).Times + 1, note.IsRelaxed);
        }

        return counted;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Searches without hits could not be written down.")]
    protected override partial void LogFault(Exception fault);
}
