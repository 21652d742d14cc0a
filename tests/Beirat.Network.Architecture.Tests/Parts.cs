using System.Reflection;
using ArchUnitNET.Loader;
using Beirat.Network.Data.Postgres;
using Beirat.Network.Data.Sqlite;
using Beirat.Network.Web.Components;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Beirat.Network.Architecture.Tests;

/// <summary>The four parts that the house is built of.</summary>
internal static class Parts
{
    public static readonly Assembly Core = typeof(NetworkServices).Assembly;

    public static readonly Assembly Sqlite = typeof(SqliteServices).Assembly;

    public static readonly Assembly Postgres = typeof(PostgresServices).Assembly;

    public static readonly Assembly Web = typeof(PortalPage).Assembly;

    public static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(Core, Sqlite, Postgres, Web).Build();

    /// <summary>The types that somebody wrote.</summary>
    public static IEnumerable<Type> Written => new[] { Core, Sqlite, Postgres, Web }.SelectMany(a => a.GetTypes())
        .Where(t => t.Namespace?.StartsWith("Beirat.Network", StringComparison.Ordinal) == true
            && !t.Name.Contains('<', StringComparison.Ordinal) && !t.FullName!.Contains('<', StringComparison.Ordinal)
            && !t.Namespace.EndsWith(".Migrations", StringComparison.Ordinal));

    public static IEnumerable<string> References(this Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    public static IEnumerable<string> Friends(this Assembly assembly) =>
        assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().Select(a => a.AssemblyName.Split(',')[0]);
}
