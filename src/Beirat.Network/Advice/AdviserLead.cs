using Beirat.Network.Search;

namespace Beirat.Network.Advice;

/// <summary>Points of a kind of evidence.</summary>
public sealed record KindPoints(EvidenceKind Kind, decimal Points);

/// <summary>
/// Why somebody stands above the next: by how many points, what speaks more for them (or less against them), and what speaks more for
/// the next one. More and less together are the distance.
/// </summary>
public sealed record AdviserLead(string Over, decimal Points, IReadOnlyList<KindPoints> More, IReadOnlyList<KindPoints> Less)
{
    internal static AdviserLead Of(Adviser one, Adviser next)
    {
        var apart = one.Evidence.Select(e => (e.Kind, e.Points)).Concat(next.Evidence.Select(e => (e.Kind, Points: -e.Points)))
            .GroupBy(e => e.Kind, (kind, lines) => new KindPoints(kind, lines.Sum(l => l.Points))).ToList();
        return new AdviserLead(
            next.Name, one.Score - next.Score,
            [.. apart.Where(k => k.Points > 0).OrderByDescending(k => k.Points).ThenBy(k => k.Kind)],
            [.. apart.Where(k => k.Points < 0).OrderBy(k => k.Points).ThenBy(k => k.Kind)]);
    }
}
