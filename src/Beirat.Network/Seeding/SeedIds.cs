using Beirat.Network.Common;

namespace Beirat.Network.Seeding;

/// <summary>Ids of seed records follow from their names, so that addresses stay when the demo council is made anew.</summary>
internal static class SeedIds
{
    public static Guid Of(string kind, string name) => NamedId.For(kind, name);

    public static Guid? Maybe(string kind, string? name) => string.IsNullOrEmpty(name) ? null : Of(kind, name);
}
