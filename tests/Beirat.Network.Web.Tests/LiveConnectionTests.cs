using Beirat.Network.Common;
using Beirat.Network.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>A page that does not read costs the others nothing: it is told to catch up, and cut when it stays so.</summary>
public sealed class LiveConnectionTests
{
    private static readonly Guid Thread = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    private readonly FakeTimeProvider _time = new();
    private readonly List<InvocationMessage> _written = [];
    private TaskCompletionSource? _stalled;
    private bool _aborted;

    [Fact]
    public void What_can_be_written_is_written_at_once_and_in_order()
    {
        var connection = Connection();

        for (var i = 1; i <= 200; i++) Send(connection, Thread, i);

        Assert.Equal(Enumerable.Range(1, 200).Select(i => ("post", (long)i)), Written());
    }

    [Fact]
    public async Task A_short_stall_loses_nothing()
    {
        var connection = Connection();
        _stalled = new();
        for (var i = 1; i <= 50; i++) Send(connection, Thread, i);

        Release();

        await WrittenAsync(50);
        Assert.Equal(Enumerable.Range(1, 50).Select(i => ("post", (long)i)), Written());
        Send(connection, Thread, 51);
        Assert.Equal(("post", 51), Written()[^1]);
    }

    [Fact]
    public async Task Whoever_falls_far_behind_is_told_once_for_each_discussion_how_far_to_catch_up_and_goes_on_from_there()
    {
        var connection = Connection();
        _stalled = new();
        for (var i = 1; i <= 5000; i++)
        {
            Send(connection, Thread, i);
            if (i % 10 == 0) Send(connection, Other, i / 10);
        }

        Release();

        await WrittenAsync(3);
        Assert.Equal(("post", 1), Written()[0]);
        Assert.Equal([("catchUp", 500L), ("catchUp", 5000L)], Written().Skip(1).OrderBy(w => w.Sequence));
        Send(connection, Thread, 5001);
        Assert.Equal(("post", 5001), Written()[^1]);
        Assert.False(_aborted);
    }

    [Fact]
    public async Task A_page_that_reads_nothing_for_half_a_minute_is_cut_and_takes_no_more_memory()
    {
        var connection = Connection();
        _stalled = new();
        Send(connection, Thread, 1);

        _time.Advance(TimeSpan.FromSeconds(31));

        await Testing.Wait.UntilAsync(() => Task.FromResult(_aborted), "it is cut");
        Release();
        Send(connection, Thread, 2);
        Assert.Single(Written());
    }

    [Fact]
    public void Calls_are_counted_by_time()
    {
        var calls = new CallLimit(new CallRate(10, 2), _time);
        Assert.Equal(10, Enumerable.Range(0, 50).Count(_ => calls.Take()));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(4, Enumerable.Range(0, 50).Count(_ => calls.Take()));
        Assert.False(calls.IsFlood);
        for (var i = 0; i < 50; i++) calls.Take();
        Assert.True(calls.IsFlood);
    }

    private LiveConnection Connection() => new(
        "eins", new Listener(Viewer.Public, string.Empty, null, null, "de"), WriteAsync, () => _aborted = true, _time);

    private async ValueTask WriteAsync(SerializedHubMessage message)
    {
        lock (_written) _written.Add((InvocationMessage)message.Message!);
        if (_stalled is { } stalled) await stalled.Task;
    }

    private void Release()
    {
        var stalled = _stalled!;
        _stalled = null;
        stalled.SetResult();
    }

    private List<(string Name, long Sequence)> Written()
    {
        lock (_written)
        {
            return [.. _written.Select(m => (m.Target, m.Arguments[0] switch
            {
                PostPush post => post.Sequence,
                CatchUpPush catchUp => catchUp.Sequence,
                _ => -1,
            }))];
        }
    }

    private Task WrittenAsync(int count) => Testing.Wait.UntilAsync(() => Task.FromResult(Written().Count >= count), $"{count} are written");

    private static void Send(LiveConnection connection, Guid discussion, long sequence) =>
        connection.Send(discussion, sequence, LiveMessages.Post(new PostPush(discussion, sequence, Guid.Empty, string.Empty, false)));
}
