using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Beirat.Network.Data.Postgres;

/// <summary>
/// Makes writing transactions commit one after the other. Without it a transaction that drew a lower outbox id can
/// commit after one with a higher id, and a reader that is already past it would never see its entry.
/// </summary>
internal sealed class OutboxOrder : DbTransactionInterceptor
{
    private const string Lock = "SELECT pg_advisory_xact_lock(727201)";

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = result;
        command.CommandText = Lock;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }
}
