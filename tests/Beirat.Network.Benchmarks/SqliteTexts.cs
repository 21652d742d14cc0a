using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Beirat.Network.Benchmarks;

/// <summary>The texts in SQLite's full text search (FTS5), as it comes.</summary>
internal sealed class SqliteTexts : IDisposable
{
    private readonly SqliteConnection _connection;

    private SqliteTexts(SqliteConnection connection) => _connection = connection;

    public static SqliteTexts Create(string file, string texts)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize = 'unicode61')");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO texts(title, body) VALUES ($title, $body)";
        var (title, body) = (insert.Parameters.Add("$title", SqliteType.Text), insert.Parameters.Add("$body", SqliteType.Text));
        foreach (var line in File.ReadLines(texts))
        {
            using var json = JsonDocument.Parse(line);
            title.Value = json.RootElement.GetProperty("title").GetString();
            body.Value = json.RootElement.GetProperty("text").GetString();
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return new SqliteTexts(connection);
    }

    public int Any(string question) => Ask(string.Join(" OR ", Words.Of(question).Select(w => $"\"{w}\"")));

    public int All(string question) => Ask(string.Join(" AND ", Words.Of(question).Select(w => $"\"{w}\"")));

    public void Dispose() => _connection.Dispose();

    private int Ask(string match)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT title, snippet(texts, 1, '[', ']', '…', 20) FROM texts WHERE texts MATCH $match ORDER BY bm25(texts) LIMIT 10";
        command.Parameters.AddWithValue("$match", match);
        using var reader = command.ExecuteReader();
        var hits = 0;
        while (reader.Read()) hits++;
        return hits;
    }

    private static void Run(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
