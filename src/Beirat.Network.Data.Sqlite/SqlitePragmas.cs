using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Beirat.Network.Data.Sqlite;

/// <summary>
/// Settings that SQLite keeps per connection. FULL, not NORMAL: in WAL mode NORMAL loses acknowledged writes in a power cut.
/// secure_delete: what somebody takes back is overwritten, not only marked as free.
/// A connection of the pool keeps them, so each is set once and not at every opening.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000; PRAGMA secure_delete=ON;";

    private static readonly ConditionalWeakTable<object, object> Settled = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsSettled(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Settle(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsSettled(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Settle(connection);
    }

    private static bool IsSettled(DbConnection connection) =>
        connection is SqliteConnection { Handle: { } handle } && Settled.TryGetValue(handle, out _);

    private static void Settle(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle }) Settled.AddOrUpdate(handle, Pragmas);
    }
}
