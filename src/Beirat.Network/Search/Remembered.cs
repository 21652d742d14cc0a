using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Beirat.Network.Search;

/// <summary>
/// Remembers what is asked for again and again, up to a bound: when half of it is full, what was not asked for since the last time is
/// forgotten. Never locks a reader.
/// </summary>
/// <param name="bound">How much is remembered, in the unit of <paramref name="size"/>.</param>
/// <param name="size">How much a value takes.</param>
internal sealed class Remembered<TKey, TValue>(int bound, Func<TValue, int> size)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<TKey, TValue> _recent = new();
    private volatile ConcurrentDictionary<TKey, TValue> _older = new();
    private int _held;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_recent.TryGetValue(key, out value)) return true;
        if (!_older.TryGetValue(key, out value)) return false;
        Keep(key, value);
        return true;
    }

    public TValue Keep(TKey key, TValue value)
    {
        if (!_recent.TryAdd(key, value) || Interlocked.Add(ref _held, size(value)) <= bound / 2) return value;
        lock (_turning)
        {
            if (_held <= bound / 2) return value;
            (_older, _recent, _held) = (_recent, new(), 0);
        }

        return value;
    }
}
