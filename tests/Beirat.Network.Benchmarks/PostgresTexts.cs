using System.Text.Json;
using Npgsql;

namespace Beirat.Network.Benchmarks;

/// <summary>The texts in PostgreSQL's full text search: configuration "german", a GIN index, a schema of their own.</summary>
internal sealed class PostgresTexts : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private PostgresTexts(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The server that the tests use, too; null where there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("BEIRAT_TEST_POSTGRES");

    public static async Task<PostgresTexts> CreateAsync(string server, string texts)
    {
        var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await RunAsync(connection, "CREATE TEMP TABLE texts (id int GENERATED ALWAYS AS IDENTITY, title text NOT NULL, body text NOT NULL)");
        await using (var copy = await connection.BeginBinaryImportAsync("COPY texts (title, body) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var line in File.ReadLines(texts))
            {
                using var json = JsonDocument.Parse(line);
                await copy.StartRowAsync();
                await copy.WriteAsync(json.RootElement.GetProperty("title").GetString()!);
                await copy.WriteAsync(json.RootElement.GetProperty("text").GetString()!);
            }

            await copy.CompleteAsync();
        }

        await RunAsync(connection, "ALTER TABLE texts ADD words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('german', title), 'A') || to_tsvector('german', body)) STORED");
        await RunAsync(connection, "CREATE INDEX ON texts USING gin (words)");
        await RunAsync(connection, "ANALYZE texts");
        return new PostgresTexts(connection);
    }

    public Task<int> AnyAsync(string question) => AskAsync("to_tsquery('german', $1)", string.Join(" | ", Words.Of(question)));

    public Task<int> AllAsync(string question) => AskAsync("plainto_tsquery('german', $1)", question);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<int> AskAsync(string query, string text)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT title, ts_headline('german', body, q) FROM (SELECT title, body, q FROM texts, {query} q WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 10) best", _connection);
        command.Parameters.Add(new NpgsqlParameter { Value = text });
        await using var reader = await command.ExecuteReaderAsync();
        var hits = 0;
        while (await reader.ReadAsync()) hits++;
        return hits;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}
