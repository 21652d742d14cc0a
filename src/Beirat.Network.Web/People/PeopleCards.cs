using Beirat.Network.Common;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.People;

/// <summary>The way to people on record and to the lists.</summary>
internal sealed class PeopleCards : IStaffCards
{
    public Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<StaffCard>>([new(PeopleTexts.StaffTitle, PeopleTexts.StaffCard, "/verwaltung/personen", PeopleTexts.StaffSearch)]);
}
