using Beirat.Network.Common;

namespace Beirat.Network.Organizations;

/// <summary>How an organisation stands to another.</summary>
public enum OrganizationRelationKind
{
    MemberOf,
    Represents,
    TalksTo,
}

/// <summary>A dated relation from one organisation to another. It ends; it is not deleted.</summary>
public sealed class OrganizationRelation
{
    private OrganizationRelation() { }

    public OrganizationRelation(Guid id, Guid fromId, Guid toId, OrganizationRelationKind kind, DateOnly? from, DateOnly? until)
    {
        if (RefusalToRelate(fromId, toId, from, until) is { } refusal) throw new InvalidOperationException($"{refusal}.");
        (Id, FromId, ToId, Kind, From, Until) = (id, fromId, toId, kind, from, until);
    }

    public Guid Id { get; private set; }

    public Guid FromId { get; private set; }

    public Guid ToId { get; private set; }

    public OrganizationRelationKind Kind { get; private set; }

    /// <summary>First day; null when it is not known.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    public static Refusal? RefusalToRelate(Guid fromId, Guid toId, DateOnly? from, DateOnly? until)
    {
        if (fromId == toId) return Refusal.OwnRelation;
        if (!LikelyDays.AreLikely(from, until)) return Refusal.UnlikelyDate;
        return from is { } first && until < first ? Refusal.ReversedDates : null;
    }

    /// <summary>Sets the last day; null takes an end back.</summary>
    public void End(DateOnly? lastDay) => Until = lastDay;
}
