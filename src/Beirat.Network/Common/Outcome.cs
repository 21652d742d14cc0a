namespace Beirat.Network.Common;

/// <summary>What became of a use case. Expected refusals are values; exceptions are faults.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <summary>It happened.</summary>
    public sealed record Done(T Value) : Outcome<T>;

    /// <summary>The subject does not exist, or not for this viewer: the two read alike.</summary>
    public sealed record NotFound : Outcome<T>;

    /// <summary>Somebody else changed it meanwhile; nothing was stored.</summary>
    public sealed record Stale : Outcome<T>;

    /// <summary>A rule says no.</summary>
    public sealed record Refused(Refusal Reason) : Outcome<T>;

    /// <summary>Input that must be corrected, by field.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, Refusal> Fields) : Outcome<T>
    {
        public Invalid(string field, Refusal reason) : this(new Dictionary<string, Refusal> { [field] = reason }) { }
    }
}
