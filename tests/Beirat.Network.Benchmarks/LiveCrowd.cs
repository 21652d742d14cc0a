using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Beirat.Network.Benchmarks;

/// <summary>Many open pages of one thread. It knows of each number when the last of them had it.</summary>
internal sealed class LiveCrowd : IDisposable
{
    private const int AtOnce = 50;

    private readonly List<LiveWire> _wires = [];
    private readonly ConcurrentDictionary<long, Arrival> _arrivals = [];
    private long _records;
    private long _catchUps;

    private LiveCrowd() { }

    public int Size => _wires.Count;

    /// <summary>Posts that came to anybody.</summary>
    public long Delivered => Interlocked.Read(ref _records);

    /// <summary>How often somebody was told to fetch what they missed.</summary>
    public long CatchUps => Interlocked.Read(ref _catchUps);

    public static async Task<LiveCrowd> OpenAsync(int size, Func<Task<LiveWire>> open)
    {
        var crowd = new LiveCrowd();
        for (var i = 0; i < size; i += AtOnce)
            crowd._wires.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, size - i)).Select(_ => open())));
        foreach (var wire in crowd._wires) _ = Task.Run(() => wire.ReceiveAllAsync(crowd.Take));
        return crowd;
    }

    /// <summary>When the last one has this number; must be asked before it is sent.</summary>
    public Task<long> LastHasAsync(long sequence) => Of(sequence).Last.Task;

    public async Task PingAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            foreach (var wire in _wires) await wire.PingAsync();
            await Task.Delay(TimeSpan.FromSeconds(10), end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _wires.ForEach(w => w.Dispose());

    private Arrival Of(long sequence) => _arrivals.GetOrAdd(sequence, _ => new Arrival());

    private void Take(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("\"catchUp\""u8) >= 0) Interlocked.Increment(ref _catchUps);
        var at = head.IndexOf("\"sequence\":"u8);
        if (at < 0 || head.IndexOf("\"post\""u8) < 0 || !Utf8Parser.TryParse(head[(at + 11)..], out long sequence, out _)) return;
        Interlocked.Increment(ref _records);
        var arrival = Of(sequence);
        if (Interlocked.Increment(ref arrival.Count) == Size) arrival.Last.TrySetResult(Stopwatch.GetTimestamp());
    }

    private sealed class Arrival
    {
        public int Count;

        public TaskCompletionSource<long> Last { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
