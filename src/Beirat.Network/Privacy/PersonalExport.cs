using System.Globalization;

namespace Beirat.Network.Privacy;

/// <summary>Named values of one thing that is kept; empty ones are left out.</summary>
public sealed class PersonalEntry
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public IReadOnlyList<KeyValuePair<string, string>> Values => _values;

    internal PersonalEntry With(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) _values.Add(new(name, value));
        return this;
    }

    internal PersonalEntry With(string name, Enum value) => With(name, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    internal PersonalEntry With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>ISO 8601.</summary>
    internal PersonalEntry With(string name, DateOnly? day) => With(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>ISO 8601, UTC.</summary>
    internal PersonalEntry With(string name, DateTimeOffset? at) => With(name, at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}

/// <summary>What is kept in one place. <see cref="Name"/> is stable and in camel case ("posts").</summary>
public sealed record PersonalPart(string Name, IReadOnlyList<PersonalEntry> Entries);

/// <summary>A file that belongs to somebody.</summary>
public sealed record PersonalFile(string Name, byte[] Bytes);

/// <summary>Everything that is kept about somebody.</summary>
public sealed class PersonalExport(DateTimeOffset at)
{
    private readonly List<PersonalPart> _parts = [];
    private readonly List<PersonalFile> _files = [];

    public DateTimeOffset At => at;

    /// <summary>In the order in which they are told; empty ones are there, too: that nothing is kept is also an answer.</summary>
    public IReadOnlyList<PersonalPart> Parts => _parts;

    public IReadOnlyList<PersonalFile> Files => _files;

    internal void Add(string name, IEnumerable<PersonalEntry> entries) => _parts.Add(new PersonalPart(name, [.. entries]));

    internal void Attach(string name, byte[] bytes) => _files.Add(new PersonalFile(name, bytes));
}
