namespace Beirat.Network.Discussions;

/// <summary>
/// Lets the writers of one discussion in this process go one after the other, instead of colliding at its row.
/// Two discussions may share a turn; that costs a moment and no correctness.
/// </summary>
internal sealed class WriteTurns
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> TakeAsync(Guid discussion, CancellationToken cancellation)
    {
        var turn = _turns[(uint)discussion.GetHashCode() % _turns.Length];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
