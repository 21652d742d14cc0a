using Beirat.Network.Common;

namespace Beirat.Network.Organizations;

/// <summary>What a person is in an organisation (OParl 1.1, Membership.role).</summary>
public enum MembershipRole
{
    Chair,
    DeputyChair,
    Contact,
    Member,
    Staff,
}

/// <summary>A dated role of a person in an organisation. It ends; it is never deleted.</summary>
public sealed class Membership
{
    /// <summary>Roles that may speak for the organisation.</summary>
    public static readonly MembershipRole[] SpeakingRoles =
        [MembershipRole.Chair, MembershipRole.DeputyChair, MembershipRole.Contact, MembershipRole.Staff];

    private Membership() { }

    public Membership(Guid id, Guid personId, Guid organizationId, MembershipRole role, Period period)
    {
        if (period.IsReversed) throw new InvalidOperationException("A membership ends after it begins.");
        (Id, PersonId, OrganizationId, Role, From, Until) = (id, personId, organizationId, role, period.From, period.Until);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public MembershipRole Role { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    internal Period Period => new(From, Until);

    /// <summary>Null when the role may end on that day; null as day takes an end back.</summary>
    public Refusal? RefusalToEnd(DateOnly? lastDay) => lastDay < From ? Refusal.ReversedDates : null;

    public void End(DateOnly? lastDay)
    {
        if (RefusalToEnd(lastDay) is { } refusal) throw new InvalidOperationException($"{refusal}.");
        Until = lastDay;
    }
}
