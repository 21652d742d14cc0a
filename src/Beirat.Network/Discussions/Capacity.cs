using Beirat.Network.Organizations;

namespace Beirat.Network.Discussions;

/// <summary>In whose name somebody speaks.</summary>
public enum CapacityKind
{
    /// <summary>For oneself.</summary>
    Private,

    /// <summary>As holder of a seat.</summary>
    Member,

    /// <summary>As deputy for a seat.</summary>
    Deputy,

    /// <summary>For an organisation, in a role that may speak for it.</summary>
    Organization,
}

/// <summary>
/// The capacity of one post, as it was held on that day. Frozen: names and roles are copied, so that a later change
/// of roles leaves what was said as it was said.
/// </summary>
public sealed record Capacity(
    CapacityKind Kind, int? SeatNumber = null, Guid? OrganizationId = null, string? OrganizationName = null, MembershipRole? Role = null)
{
    public static readonly Capacity Private = new(CapacityKind.Private);

    /// <summary>How forms and the API name this choice: "private", "member-4", "deputy-4", "organization-ID".</summary>
    public string Key => Kind switch
    {
        CapacityKind.Member => $"member-{SeatNumber}",
        CapacityKind.Deputy => $"deputy-{SeatNumber}",
        CapacityKind.Organization => $"organization-{OrganizationId}",
        _ => "private",
    };
}
