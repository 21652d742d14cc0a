using Beirat.Network.Common;
using Beirat.Network.SearchDesk;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.SearchDesk;

/// <summary>The desk where staff looks after the search.</summary>
internal sealed class DeskCards(SearchMissQuery misses, QualityQuery quality, OwnWordQuery words) : IStaffCards
{
    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation)
    {
        var open = await misses.OpenAsync(viewer, cancellation);
        var desk = await quality.RunAsync(viewer, null, missedOnly: true, cancellation);
        var list = await words.RunAsync(viewer, cancellation);
        return
        [
            new(QualityTexts.MissesTitle, Say.Count(QualityTexts.ResourceManager, "OpenCount", open), DeskAddress.Misses, QualityTexts.MissesLink),
            new(QualityTexts.QualityTitle, Say.Count(QualityTexts.ResourceManager, "MissedCount", desk?.Missed ?? 0), DeskAddress.Quality, QualityTexts.QualityLink),
            new(QualityTexts.WordsTitle, Say.Count(QualityTexts.ResourceManager, "WordCount", list?.Rows.Count ?? 0), DeskAddress.Words, QualityTexts.WordsLink),
        ];
    }
}
