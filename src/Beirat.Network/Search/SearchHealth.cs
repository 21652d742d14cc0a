namespace Beirat.Network.Search;

/// <summary>How the index is doing, for the health page.</summary>
public sealed record SearchState(bool Ready, long Behind, int Parked);

/// <inheritdoc cref="SearchState"/>
public sealed class SearchHealth
{
    private readonly SearchIndex _index;
    private readonly IndexWork _work;

    internal SearchHealth(SearchIndex index, IndexWork work) => (_index, _work) = (index, work);

    public async Task<SearchState> RunAsync(CancellationToken cancellation = default)
    {
        if (_index.Current is not { } current) return new SearchState(false, 0, 0);
        var (_, newest) = await _work.OutboxRangeAsync(cancellation);
        return new SearchState(true, Math.Max(0, newest - current.Cursor), current.Parked.Count);
    }
}
