namespace Beirat.Network.Web.Live;

/// <summary>How many calls may come at once, and how many a second for ever.</summary>
internal readonly record struct CallRate(double AtOnce, double PerSecond);

/// <summary>Counts calls of one connection or one person. A page makes a handful in a minute; thousands are a flood.</summary>
internal sealed class CallLimit(CallRate rate, TimeProvider time)
{
    public static readonly CallRate OfConnection = new(40, 4);

    public static readonly CallRate OfPerson = new(400, 40);

    public static readonly CallRate OfBytes = new(64 * 1024, 4 * 1024);

    /// <summary>Who goes on after so many refusals is cut.</summary>
    private const int Refusals = 100;

    private readonly Lock _lock = new();
    private double _left = rate.AtOnce;
    private long _at = time.GetTimestamp();
    private int _refused;

    /// <summary>True when refused so often that the connection should end.</summary>
    public bool IsFlood
    {
        get
        {
            lock (_lock) return _refused > Refusals;
        }
    }

    /// <summary>True while all calls so far would be forgiven by now: nothing has to be remembered.</summary>
    public bool IsForgotten
    {
        get
        {
            lock (_lock) return _left + (time.GetElapsedTime(_at).TotalSeconds * rate.PerSecond) >= rate.AtOnce;
        }
    }

    public bool Take(double cost = 1)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(rate.AtOnce, _left + (time.GetElapsedTime(_at, now).TotalSeconds * rate.PerSecond));
            _at = now;
            if (_left < cost)
            {
                _refused++;
                return false;
            }

            _left -= cost;
            return true;
        }
    }
}
