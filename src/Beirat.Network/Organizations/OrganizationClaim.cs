using Beirat.Network.Common;

namespace Beirat.Network.Organizations;

/// <summary>What became of a claim.</summary>
public enum ClaimState
{
    Open,
    Confirmed,
    Declined,
}

/// <summary>What somebody says they are in an organisation, and how to check it.</summary>
public sealed record ClaimText(MembershipRole Role, DateOnly Since, string Note);

/// <summary>That somebody with an account says to have a role in an organisation. It counts once staff confirmed it.</summary>
public sealed class OrganizationClaim
{
    /// <summary>In characters.</summary>
    public const int MaxNoteLength = 1_000;

    private OrganizationClaim() { }

    internal OrganizationClaim(Guid organizationId, Guid personId, ClaimText text, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (OrganizationId, PersonId, MadeAt) = (organizationId, personId, now);
        (Role, Since, Note) = text;
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    public MembershipRole Role { get; private set; }

    public DateOnly Since { get; private set; }

    public string Note { get; private set; } = string.Empty;

    public DateTimeOffset MadeAt { get; private set; }

    public ClaimState State { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Account of the person who decided.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Why it was declined, for the one who made it.</summary>
    public string Reason { get; private set; } = string.Empty;

    public int Version { get; private set; }

    /// <summary>Null when it may still be decided.</summary>
    public Refusal? RefusalToDecide() => State == ClaimState.Open ? null : Refusal.AlreadyDecided;

    /// <summary>True when it was decided just so: asking for it again, as a second click does, changes nothing.</summary>
    public bool IsDecided(bool confirmed) => State == (confirmed ? ClaimState.Confirmed : ClaimState.Declined);

    /// <summary>Confirms the claim; the role that follows is a membership of its own.</summary>
    public Membership Confirm(Guid? account, DateTimeOffset now)
    {
        Decide(ClaimState.Confirmed, account, now);
        return new Membership(Guid.CreateVersion7(), PersonId, OrganizationId, Role, new Period(Since, null));
    }

    public void Decline(string reason, Guid? account, DateTimeOffset now)
    {
        Decide(ClaimState.Declined, account, now);
        Reason = reason;
    }

    private void Decide(ClaimState state, Guid? account, DateTimeOffset now)
    {
        if (RefusalToDecide() is { } refusal) throw new InvalidOperationException($"{refusal}.");
        (State, DecidedBy, DecidedAt) = (state, account, now);
    }
}
