using Beirat.Network.Organizations;

namespace Beirat.Network.Networking;

/// <summary>What is connected.</summary>
public enum NodeKind
{
    Organization,
    Person,
    Topic,
}

/// <summary>Names a node in an address: "person:slug", "organization:slug", "topic:slug".</summary>
public sealed record NodeKey(NodeKind Kind, string Slug)
{
    /// <summary>Null when the text names no node.</summary>
    public static NodeKey? Parse(string? text)
    {
        var parts = text?.Split(':', 2);
        if (parts is not [var name, { Length: > 0 } slug]) return null;
        foreach (var kind in Enum.GetValues<NodeKind>())
        {
            if (Name(kind) == name) return new NodeKey(kind, slug);
        }

        return null;
    }

    public override string ToString() => $"{Name(Kind)}:{Slug}";

    private static string Name(NodeKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>Somebody or something in the network.</summary>
/// <param name="Key">Kind and slug.</param>
/// <param name="Name">The whole name.</param>
/// <param name="Label">The short name, where there is one.</param>
/// <param name="Language">Language of the name (BCP 47) when it has one; names of people and organisations have none.</param>
public sealed record NetworkNode(NodeKey Key, string Name, string Label, string? Language)
{
    /// <summary>What kind of organisation it is; null for people and topics.</summary>
    public OrganizationKind? Organization { get; init; }

    /// <summary>Number of ties that are shown.</summary>
    public int Links { get; init; }

    /// <summary>Steps from the node in the middle; null when none is.</summary>
    public int? Steps { get; init; }

    /// <summary>What it is sorted by.</summary>
    internal string Sort { get; init; } = string.Empty;
}
