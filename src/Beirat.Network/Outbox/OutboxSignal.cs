using System.Threading.Channels;

namespace Beirat.Network.Outbox;

/// <summary>Wakes the readers of this process at once after a save; saves of other processes are noticed by looking now and then.</summary>
public sealed class OutboxSignal
{
    private readonly List<Channel<bool>> _readers = [];

    /// <summary>Something was saved by this process.</summary>
    public event Action? Saved;

    /// <summary>To be called once by each reader when it is made.</summary>
    internal ChannelReader<bool> Subscribe()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_readers) _readers.Add(channel);
        return channel.Reader;
    }

    internal void Raise()
    {
        Wake();
        Saved?.Invoke();
    }

    /// <summary>Another process says that it saved something: the readers here look at once, instead of within a second.</summary>
    public void Wake()
    {
        lock (_readers)
        {
            foreach (var reader in _readers) reader.Writer.TryWrite(true);
        }
    }

    /// <summary>Returns after the next save, or after <paramref name="atMost"/>; false when nothing was saved meanwhile.</summary>
    internal static async Task<bool> WaitAsync(ChannelReader<bool> saves, TimeSpan atMost, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(atMost);
        try
        {
            await saves.ReadAsync(limited.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nobody saved here meanwhile: have a look all the same.
            return false;
        }
    }
}
