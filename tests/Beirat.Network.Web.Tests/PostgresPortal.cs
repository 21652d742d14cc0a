using Beirat.Network.Testing;
using Npgsql;

namespace Beirat.Network.Web.Tests;

/// <summary>The portal with its demo council on the PostgreSQL server that the environment names.</summary>
public sealed class PostgresPortal : PortalFactory
{
    private readonly PostgresDatabase? _database;

    public PostgresPortal() : base(fromTemplate: false)
    {
        if (Missing is not null) return;
        _database = new PostgresDatabase();
        With("ConnectionStrings:Network", _database.ConnectionString);
    }

    /// <summary>Why the tests on it are skipped; null: they run.</summary>
    public static string? Missing => PostgresDatabase.Missing;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _database?.Dispose();
    }
}

/// <summary>An empty database of its own on that server.</summary>
public sealed class PostgresDatabase : IDisposable
{
    private static readonly string? Address = Environment.GetEnvironmentVariable("BEIRAT_TEST_POSTGRES");

    private readonly string _name = $"beirat_web_{Guid.NewGuid():N}";

    public PostgresDatabase() => Administer($"CREATE DATABASE {_name} TEMPLATE template0 ENCODING 'UTF8'");

    /// <summary>Why there can be none; null: there can.</summary>
    public static string? Missing => string.IsNullOrEmpty(Address) ? "BEIRAT_TEST_POSTGRES names no PostgreSQL server to test with." : null;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Address) { Database = _name, MaxPoolSize = 20 }.ConnectionString;

    public void Dispose() => Administer($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    private static void Administer(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Address) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here; a database name cannot be a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
