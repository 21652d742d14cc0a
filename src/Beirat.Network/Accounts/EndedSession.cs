namespace Beirat.Network.Accounts;

/// <summary>A sign-in that was signed out. Kept as long as its cookie could be shown again.</summary>
public sealed class EndedSession
{
    /// <summary>Longer than a cookie is good for; one that has ended is never renewed.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private EndedSession() { }

    internal EndedSession(Guid id, DateTimeOffset at) => (Id, At) = (id, at);

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }
}
