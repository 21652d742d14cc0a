using System.Threading.Channels;

namespace Beirat.Network.Outbox;

/// <summary>Wakes the readers of this process at once after a save; saves of other processes are noticed by looking now and then.</summary>
internal sealed class OutboxSignal
{
    private readonly List<Channel<bool>> _readers = [];

    /// <summary>To be called once by each reader when it is made.</summary>
    public ChannelReader<bool> Subscribe()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_readers) _readers.Add(channel);
        return channel.Reader;
    }

    public void Raise()
    {
        lock (_readers)
        {
            foreach (var reader in _readers) reader.Writer.TryWrite(true);
        }
    }

    /// <summary>Returns after the next save, or after <paramref name="atMost"/>.</summary>
    public static async Task WaitAsync(ChannelReader<bool> saves, TimeSpan atMost, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(atMost);
        try
        {
            await saves.ReadAsync(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nobody saved here meanwhile: have a look all the same.
        }
    }
}
