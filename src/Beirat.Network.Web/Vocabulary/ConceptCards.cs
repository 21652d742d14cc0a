using Beirat.Network.Common;
using Beirat.Network.Vocabulary;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.Vocabulary;

/// <summary>The vocabulary of search and glossary.</summary>
internal sealed class ConceptCards(ConceptStaffQuery concepts) : IStaffCards
{
    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation) =>
    [
        new(VocabularyTexts.StaffTitle, Say.Count(VocabularyTexts.ResourceManager, "ConceptCount", (await concepts.RunAsync(viewer, null, cancellation)).All),
            "/verwaltung/begriffe", VocabularyTexts.CardLink),
    ];
}
