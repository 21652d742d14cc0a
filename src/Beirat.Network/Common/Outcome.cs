namespace Beirat.Network.Common;

/// <summary>What became of a use case. Expected refusals are values; exceptions are faults.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <summary>It happened.</summary>
    public sealed record Done(T Value) : Outcome<T>;

    /// <summary>The subject does not exist, or not for this viewer: the two read alike.</summary>
    public sealed record NotFound : Outcome<T>;

    /// <summary>A rule says no.</summary>
    public sealed record Refused(Refusal Reason) : Outcome<T>;

    /// <summary>Input that must be corrected, by field.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, Refusal> Fields) : Outcome<T>
    {
        public Invalid(string field, Refusal reason) : this(new Dictionary<string, Refusal> { [field] = reason }) { }
    }

    /// <summary>Somebody else changed it meanwhile. <see cref="Version"/> is what is stored now: show that, and ask again.</summary>
    public sealed record Stale(int Version) : Outcome<T>;

    /// <summary>Goes on when it happened; every other outcome stays what it is.</summary>
    public Task<Outcome<TNext>> ThenAsync<TNext>(Func<T, Task<Outcome<TNext>>> next) => this switch
    {
        Done done => next(done.Value),
        Refused refused => Task.FromResult<Outcome<TNext>>(new Outcome<TNext>.Refused(refused.Reason)),
        Invalid invalid => Task.FromResult<Outcome<TNext>>(new Outcome<TNext>.Invalid(invalid.Fields)),
        Stale stale => Task.FromResult<Outcome<TNext>>(new Outcome<TNext>.Stale(stale.Version)),
        _ => Task.FromResult<Outcome<TNext>>(new Outcome<TNext>.NotFound()),
    };
}
