using Beirat.Network.Advice;

namespace Beirat.Network.AdviceRequests;

/// <summary>Tells the finder how much people have to do with requests.</summary>
internal sealed class RequestTurns(AdviceLoad load) : IAdviserTurns
{
    public async Task<IReadOnlyDictionary<Guid, AdviserTurns>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation) =>
        (await load.OfAsync(people, cancellation)).Where(p => p.Value != PersonLoad.None).ToDictionary(p => p.Key, p => new AdviserTurns(p.Value.Open, p.Value.Turns));
}
