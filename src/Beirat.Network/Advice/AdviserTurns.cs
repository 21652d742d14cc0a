namespace Beirat.Network.Advice;

/// <summary>How much somebody has to do with requests: those that wait for an answer, and how often they were asked of late.</summary>
public readonly record struct AdviserTurns(int OpenRequests, int RecentTurns);

/// <summary>Tells how much people have to do.</summary>
internal interface IAdviserTurns
{
    /// <summary>One question for all of them; who is not in the answer has nothing to do.</summary>
    Task<IReadOnlyDictionary<Guid, AdviserTurns>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation);
}
