using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Beirat.Network.Data.Sqlite;

/// <summary>For the migrations tool only.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<NetworkDb>
{
    public NetworkDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<NetworkDb>();
        options.UseSqliteNetwork("design.db").UseAccountShape();
        return new NetworkDb(options.Options);
    }
}
