using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beirat.Network.Data;

/// <summary>The account tables take their shape from Identity's options, which the migrations tool would otherwise not see.</summary>
internal static class DesignTime
{
    public static DbContextOptionsBuilder UseAccountShape(this DbContextOptionsBuilder options) => options.UseApplicationServiceProvider(
        new ServiceCollection().Configure<IdentityOptions>(ShapeAccounts).BuildServiceProvider());

    /// <summary>Settings that decide about columns. Changing one needs a migration.</summary>
    public static void ShapeAccounts(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
