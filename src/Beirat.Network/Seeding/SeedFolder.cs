using System.Globalization;
using System.Text.Json;

namespace Beirat.Network.Seeding;

/// <summary>An article file: header lines "key: value", a line "---", then Markdown.</summary>
internal sealed record SeedArticle(string Slug, IReadOnlyDictionary<string, string> Header, string Text)
{
    public string this[string key] => Header.TryGetValue(key, out var value)
        ? value
        : throw new InvalidDataException($"seed/articles/{Slug}.md has no line \"{key}:\".");

    public string? Maybe(string key) => Header.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    public DateOnly? Day(string key)
    {
        if (Maybe(key) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidDataException($"seed/articles/{Slug}.md: \"{key}\" is no date like 2026-03-14.");
    }
}

/// <summary>Reads the demo council's files.</summary>
internal sealed class SeedFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public bool Exists => File.Exists(Path.Combine(path, "people.json"));

    public T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(path, file)), Json)
                ?? throw new InvalidDataException($"seed/{file} is empty.");
        }
        catch (Exception fault) when (fault is JsonException or FileNotFoundException)
        {
            throw new InvalidDataException($"seed/{file}: {fault.Message}", fault);
        }
    }

    public IEnumerable<T> ReadAll<T>(string folder) =>
        Directory.EnumerateFiles(Path.Combine(path, folder), "*.json").Order(StringComparer.Ordinal)
            .Select(file => Read<T>(Path.GetRelativePath(path, file)));

    public IEnumerable<SeedArticle> Articles() =>
        Directory.EnumerateFiles(Path.Combine(path, "articles"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Article);

    /// <summary>Text files of a folder by name; none when there is no such folder.</summary>
    public IEnumerable<(string Name, string File)> Texts(string folder) => !Directory.Exists(Path.Combine(path, folder))
        ? []
        : Directory.EnumerateFiles(Path.Combine(path, folder), "*.txt").Order(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f), f));

    private static SeedArticle Article(string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var slug = Path.GetFileNameWithoutExtension(file);
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (end < 0) throw new InvalidDataException($"seed/articles/{slug}.md has no line \"---\" after its header.");
        var header = text[..end].Split('\n').Select(line => line.Split(": ", 2))
            .Where(pair => pair.Length == 2).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        return new SeedArticle(slug, header, text[(end + 5)..].Trim());
    }
}
