using Microsoft.Data.Sqlite;

namespace Beirat.Network.Benchmarks;

/// <summary>
/// What no command brings in, written beside the portal while it does not run: seats, and consents, without which no
/// list would show more than names.
/// </summary>
internal sealed class DirectoryRecords : IDisposable
{
    private static readonly string[] Fields = ["About", "Languages", "Topics", "Districts", "Roles", "Professions", "Experience", "Messages", "Availability"];

    private static readonly string[] Audiences = ["Public", "Organizations", "Members", "Members", "Public"];

    private readonly SqliteConnection _connection;

    public DirectoryRecords(string folder)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "network.db"), Pooling = false }.ConnectionString);
        _connection.Open();
    }

    public void AddSeats(int count)
    {
        using var transaction = _connection.BeginTransaction();
        for (var i = 0; i < count; i++)
        {
            Run("INSERT INTO Seats (Id, Number, Category, DeputyPlaces, Version) VALUES ($0, $1, $2, 1, 0)",
                Guid.CreateVersion7(), DirectoryFiles.FirstSeat + i, i % 4 == 0 ? "CouncilMember" : "ExpertMember");
        }

        transaction.Commit();
    }

    /// <summary>Four of five parts are shown, to one audience or another; a tenth of them had been withdrawn once before.</summary>
    public void AddConsents()
    {
        var people = Read<Guid>("SELECT Id FROM People WHERE ExternalId LIKE $0 ORDER BY ExternalId", $"{DirectoryFiles.PersonId}%");
        using var transaction = _connection.BeginTransaction();
        for (var i = 0; i < people.Count * Fields.Length; i++)
        {
            if (i % 5 == 4) continue;
            var (person, field, audience) = (people[i / Fields.Length], Fields[i % Fields.Length], Audiences[i % 7 % Audiences.Length]);
            if (i % 10 == 0) Consent(person, field, "Showing", "Public", withdrawn: new DateTime(2025, 2, 1, 8, 0, 0, DateTimeKind.Utc));
            Consent(person, field, "Showing", audience, withdrawn: null);
            if (i % 2 == 0) Consent(person, field, "Finding", audience, withdrawn: null);
        }

        transaction.Commit();
    }

    /// <summary>Last part of the address of whoever has most on their page: the heaviest one.</summary>
    public string HeaviestPerson() => Read<string>(
        """
        SELECT p.Slug FROM People p JOIN SeatAssignments a ON a.PersonId = p.Id AND a."Until" IS NULL
        ORDER BY (SELECT count(*) FROM Memberships m WHERE m.PersonId = p.Id) + (SELECT count(*) FROM PersonTopics t WHERE t.PersonId = p.Id) DESC, p.Slug LIMIT 1
        """)[0];

    /// <inheritdoc cref="HeaviestPerson"/>
    public string HeaviestOrganization() => Read<string>(
        "SELECT o.Slug FROM Organizations o ORDER BY (SELECT count(*) FROM Memberships m WHERE m.OrganizationId = o.Id) DESC, o.Slug LIMIT 1")[0];

    public void Dispose() => _connection.Dispose();

    private void Consent(Guid person, string field, string purpose, string audience, DateTime? withdrawn) => Run(
        "INSERT INTO Consents (Id, PersonId, Field, Purpose, Audience, Wording, GivenAt, WithdrawnAt) VALUES ($0, $1, $2, $3, $4, 1, $5, $6)",
        Guid.CreateVersion7(), person, field, purpose, audience, new DateTime(2025, 1, 15, 8, 0, 0, DateTimeKind.Utc), (object?)withdrawn ?? DBNull.Value);

    private void Run(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private List<T> Read<T>(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read()) found.Add(reader.GetFieldValue<T>(0));
        return found;
    }

    private SqliteCommand Command(string sql, object[] values)
    {
        // Made by the connection it belongs to the transaction that is open.
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (i, value) in values.Index()) command.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), value);
        return command;
    }
}
