namespace Beirat.Network.Data;

/// <summary>What only the database at hand knows how to do. One implementation for SQLite, one for PostgreSQL.</summary>
public interface INetworkStore
{
    /// <summary>Brings the database to the newest migration, creating it when missing. Repeating it changes nothing.</summary>
    /// <exception cref="InvalidDataException">The database is too old for this version, or belongs to a newer one. It was not changed.</exception>
    Task MigrateAsync(CancellationToken cancellation = default);

    /// <summary>What is wrong with the stored data itself, in the operator's words; empty when all is well.</summary>
    Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Looks how the data lies, so that queries take the shortest way to it; to be repeated now and then and after much was added.
    /// Takes a moment whatever the size.
    /// </summary>
    Task LearnAsync(CancellationToken cancellation = default);

    /// <summary>True when something could not be saved because the disk is full. Nothing of it was then saved.</summary>
    bool IsOutOfRoom(Exception fault);

    /// <summary>To be called after an erasure: what was deleted must not stay readable in files beside the data.</summary>
    Task ForgetDeletedAsync(CancellationToken cancellation = default);
}
