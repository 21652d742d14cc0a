using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Beirat.Network.Web.Live;

/// <summary>
/// Counts the bytes that a page sends. Calls that are broken never reach a method, nor the count of calls; bytes they have.
/// A page sends some hundred in a minute.
/// </summary>
internal sealed class MeteredInput(PipeReader input, CallLimit bytes, Action abort) : PipeReader
{
    private System.Buffers.ReadOnlySequence<byte> _read;

    public static ConnectionDelegate Count(ConnectionDelegate next, TimeProvider time) => connection =>
    {
        var counted = new MeteredInput(connection.Transport.Input, new CallLimit(CallLimit.OfBytes, time), connection.Abort);
        connection.Transport = new Duplex(counted, connection.Transport.Output);
        return next(connection);
    };

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await input.ReadAsync(cancellationToken);
        _read = result.Buffer;
        return result;
    }

    public override bool TryRead(out ReadResult result)
    {
        if (!input.TryRead(out result)) return false;
        _read = result.Buffer;
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        var flood = !bytes.Take(_read.Slice(0, consumed).Length);
        _read = default;
        input.AdvanceTo(consumed, examined);
        if (flood) abort();
    }

    public override void CancelPendingRead() => input.CancelPendingRead();

    public override void Complete(Exception? exception = null) => input.Complete(exception);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
