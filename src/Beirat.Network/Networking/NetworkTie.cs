using Beirat.Network.Common;
using Beirat.Network.Organizations;

namespace Beirat.Network.Networking;

/// <summary>How two nodes are connected, from the first to the second; in the order in which ties are kept when there are too many.</summary>
public enum TieKind
{
    /// <summary>A person has a role in an organisation.</summary>
    Role,

    /// <summary>An organisation is a member of another.</summary>
    MemberOf,

    /// <summary>An organisation speaks for another.</summary>
    Represents,

    /// <summary>Two organisations talk to each other.</summary>
    TalksTo,

    /// <summary>An organisation is part of another.</summary>
    PartOf,

    /// <summary>A person knows about a topic.</summary>
    Knows,

    /// <summary>An organisation works on a topic.</summary>
    WorksOn,
}

/// <summary>A connection that the viewer may see.</summary>
public sealed record NetworkTie(NetworkNode From, NetworkNode To, TieKind Kind)
{
    /// <summary>The role, when it is one.</summary>
    public MembershipRole? Role { get; init; }

    /// <summary>First day; null when it is not known or there is none.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The narrower topics that stand behind a tie to a topic that sums them up.</summary>
    public IReadOnlyList<TopicLink> Topics { get; init; } = [];
}

/// <summary>A part of the network, small enough to be looked at.</summary>
/// <param name="Nodes">At most <see cref="NetworkLimits.Nodes"/>, each with a tie; by kind, then by name.</param>
/// <param name="Ties">The ties between them, by name.</param>
/// <param name="Unconnected">People and organisations within the filter that show no connection.</param>
/// <param name="LeftOut">How many people, organisations and topics within the filter, or within two steps, are not shown.</param>
public sealed record NetworkView(
    IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkTie> Ties, IReadOnlyList<NetworkNode> Unconnected, int LeftOut)
{
    /// <summary>The node in the middle; null when none is.</summary>
    public NetworkNode? Centre => Nodes.FirstOrDefault(n => n.Steps == 0);
}

/// <summary>What is still readable. Whoever wants to see the rest narrows down, or puts something in the middle.</summary>
public static class NetworkLimits
{
    public const int People = 36;
    public const int Organizations = 28;
    public const int Topics = 16;
    public const int Nodes = People + Organizations + Topics;
    public const int Ties = 420;
    public const int Unconnected = 40;

    internal static int Of(NodeKind kind) => kind switch
    {
        NodeKind.Person => People,
        NodeKind.Organization => Organizations,
        _ => Topics,
    };
}
