using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Staff;

/// <summary>A page of the staff area. For everybody else it does not exist, whatever was sent to it.</summary>
public abstract class StaffOnlyPage : PortalPage
{
    /// <summary>Loads what the page shows; called for staff only.</summary>
    protected abstract Task LoadForStaffAsync();

    protected sealed override async Task LoadAsync()
    {
        if (Viewer.IsStaff) await LoadForStaffAsync();
        else Navigation.NotFound();
    }
}
