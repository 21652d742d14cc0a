using Beirat.Network.Web.Council;
using Beirat.Network.Web.Handovers;

namespace Beirat.Network.Web.Staff;

/// <summary>What the staff area shows first. A feature adds a line.</summary>
internal static class StaffArea
{
    public static void AddStaffArea(this IServiceCollection services)
    {
        services.AddScoped<IStaffCards, CouncilCards>();
        services.AddScoped<IStaffCards, HandoverCards>();
    }
}
