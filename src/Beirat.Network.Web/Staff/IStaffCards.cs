using Beirat.Network.Common;

namespace Beirat.Network.Web.Staff;

/// <summary>A task on the first page of the staff area. <see cref="Text"/> says how much waits.</summary>
public sealed record StaffCard(string Title, string Text, string Address, string Link);

/// <summary>Cards of a feature. Each feature registers its own; the page shows them in the order of registration.</summary>
internal interface IStaffCards
{
    Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation);
}
