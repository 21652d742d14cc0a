using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Beirat.Network.Data.Postgres;

/// <summary>For the migrations tool only.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<NetworkDb>
{
    public NetworkDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<NetworkDb>();
        options.UsePostgresNetwork("Host=localhost").UseAccountShape();
        return new NetworkDb(options.Options);
    }
}
