using Beirat.Network.Common;
using Beirat.Network.Web.Account;
using Microsoft.AspNetCore.SignalR;

namespace Beirat.Network.Web.Live;

/// <summary>Who listens, as it was when the connection began. <see cref="Stamp"/> and <see cref="Session"/> tell whether that still holds.</summary>
internal sealed record Listener(Viewer Viewer, string Name, string? Stamp, Guid? Session, string Culture);

/// <summary>
/// One open page. What is sent to it waits in a queue of its own, which is bounded: a page that does not read costs the
/// others nothing and the server little. When its queue is full it gets none of what waits, but the word to catch up.
/// An idle connection has neither queue nor task.
/// </summary>
internal sealed class LiveConnection(string id, Listener listener, Func<SerializedHubMessage, ValueTask> write, Action abort, TimeProvider time)
{
    private const int Room = 64;

    /// <summary>A page that takes nothing for so long is cut; it comes back and catches up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Queue<(Guid Discussion, long Sequence, SerializedHubMessage Message)>? _waiting;
    private Dictionary<Guid, long>? _missed;
    private bool _writing;
    private readonly long _since = time.GetTimestamp();
    private bool _closed;
    private long? _told;

    public string Id => id;

    public Listener Listener => listener;

    public CallLimit Calls { get; } = new(CallLimit.OfConnection, time);

    /// <summary>The person wants others to see that they read and write. Their own choice, looked at again and again.</summary>
    public bool ShowsPresence { get; set; }

    /// <summary>The sign-in that opened it has run out, unless it was renewed meanwhile: the page comes back and is asked anew.</summary>
    public bool IsOld => listener.Viewer.IsSignedIn && time.GetElapsedTime(_since) > AccountSession.Length;

    public void Abort() => abort();

    /// <summary>True at most once in so long.</summary>
    public bool MayTell(TimeSpan between)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (_told is { } told && time.GetElapsedTime(told, now) < between) return false;
            _told = now;
            return true;
        }
    }

    /// <summary>Sends soon, in the order of the calls. Never waits.</summary>
    public void Send(Guid discussion, long sequence, SerializedHubMessage message)
    {
        lock (_lock)
        {
            if (_closed) return;
            if (_missed is not null)
            {
                Miss(discussion, sequence);
                return;
            }

            if (_writing)
            {
                Queue(discussion, sequence, message);
                return;
            }

            var written = write(message);
            if (written.IsCompletedSuccessfully) return;
            _writing = true;
            _ = PumpAsync(written.AsTask());
        }
    }

    private void Queue(Guid discussion, long sequence, SerializedHubMessage message)
    {
        _waiting ??= new();
        if (_waiting.Count < Room)
        {
            _waiting.Enqueue((discussion, sequence, message));
            return;
        }

        foreach (var (of, number, _) in _waiting) Miss(of, number);
        Miss(discussion, sequence);
        _waiting = null;
    }

    private void Miss(Guid discussion, long sequence)
    {
        _missed ??= [];
        _missed[discussion] = Math.Max(sequence, _missed.GetValueOrDefault(discussion));
    }

    private async Task PumpAsync(Task written)
    {
        try
        {
            await written.WaitAsync(Patience, time);
            while (Next() is { } next) await write(next).AsTask().WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            Close();
            abort();
        }
        catch (Exception)
        {
            // The connection ended meanwhile; the page catches up when it is back.
            Close();
        }
    }

    private SerializedHubMessage? Next()
    {
        lock (_lock)
        {
            if (_missed is { } missed)
            {
                var (discussion, sequence) = missed.First();
                missed.Remove(discussion);
                if (missed.Count == 0) _missed = null;
                return LiveMessages.CatchUp(discussion, sequence);
            }

            if (_waiting is { Count: > 0 } waiting) return waiting.Dequeue().Message;
            _waiting = null;
            _writing = false;
            return null;
        }
    }

    private void Close()
    {
        lock (_lock)
        {
            _closed = true;
            (_waiting, _missed) = (null, null);
        }
    }
}
