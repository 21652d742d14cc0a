using Beirat.Network.Networking;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Networking;

/// <summary>Addresses of the network and of what it leads to.</summary>
internal static class NetworkAddress
{
    public const string Network = "/netzwerk";

    public const string Coverage = "/netzwerk/abdeckung";

    /// <summary>The network around a node, narrowed as before.</summary>
    public static string Around(NodeKey centre, NetworkFilter? filter = null, bool wide = false) => Address.With(
        Network, ("thema", filter?.Topic), ("spricht", filter?.Language), ("stadtteil", filter?.District), ("art", filter?.Kind?.ToString()), ("mitte", centre.ToString()),
        ("weite", wide ? "2" : null));

    /// <summary>The members that a number of the matrix counts.</summary>
    public static string Members(string topic, string language, string? district) =>
        Address.With("/mitglieder", ("thema", topic), ("spricht", language), ("stadtteil", district));

    /// <summary>The call for a gap.</summary>
    public static string Call(string? topic, string? language, string? district) =>
        Address.With($"{Coverage}/aufruf", ("thema", topic), ("spricht", language), ("stadtteil", district));
}
