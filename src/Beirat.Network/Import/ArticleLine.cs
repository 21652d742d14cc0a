using System.Globalization;
using System.Text.Json;
using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Topics;

namespace Beirat.Network.Import;

/// <summary>One article as a line of JSON (interface: id, title, text, language, topics, audience, source, date).</summary>
internal sealed record ArticleLine(string Id, ArticleText Text, IReadOnlyList<Guid> Topics, string? Source, DateTimeOffset? Date)
{
    private const int MaxIdLength = 200;
    private const int MaxSourceLength = 2_000;

    /// <summary>Null, and the reason told to <paramref name="fail"/>, when the line cannot be taken.</summary>
    public static ArticleLine? Parse(string line, int number, ImportTopics topics, Action<int, string> fail)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement, topics);
        }
        catch (JsonException fault)
        {
            fail(number, $"not a JSON object ({fault.Message.Split(". Path")[0]})");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape; it shows only when the text is read.
            fail(number, "a name or a text holds characters that are no Unicode");
        }
        catch (FormatException fault)
        {
            fail(number, fault.Message);
        }

        return null;
    }

    private static ArticleLine Read(JsonElement json, ImportTopics topics)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException("not a JSON object");
        var id = Required(json, "id");
        if (TextRules.Clean(id) != id || !TextRules.IsWellFormed(id)) throw new FormatException("\"id\" holds spaces at its ends, control characters or bytes that are not UTF-8");
        if (id.Length > MaxIdLength) throw new FormatException($"\"id\" is longer than {MaxIdLength} characters");
        var body = TextRules.Clean(Required(json, "text"));
        var title = TextRules.Clean(Optional(json, "title"));
        var text = new ArticleText(title.Length > 0 ? title : Beginning.Of(body), body, Required(json, "language"), AudienceOf(Optional(json, "audience")));
        if (Article.RefusalToPublish(text) is { } refusal) throw new FormatException($"\"{refusal.Field}\": {Explain(refusal)}");
        return new ArticleLine(id, text, TopicsOf(json, topics), SourceOf(Optional(json, "source")), DateOf(Optional(json, "date")));
    }

    private static string Required(JsonElement json, string name) =>
        Optional(json, name) is { Length: > 0 } value ? value : throw new FormatException($"\"{name}\" is missing");

    private static string? Optional(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" is not a text");
    }

    private static string? SourceOf(string? text)
    {
        var source = TextRules.Clean(text);
        if (source.Length > MaxSourceLength) throw new FormatException($"\"source\" is longer than {MaxSourceLength} characters");
        if (!TextRules.IsWellFormed(source)) throw new FormatException("\"source\" holds bytes that are not UTF-8");
        return source.Length == 0 ? null : source;
    }

    private static Audience AudienceOf(string? name) => name switch
    {
        null or "public" => Audience.Public,
        "organizations" => Audience.Organizations,
        "members" => Audience.Members,
        "staff" => Audience.Staff,
        _ => throw new FormatException($"\"audience\" is \"{name}\", not public, organizations, members or staff"),
    };

    private static Guid[] TopicsOf(JsonElement json, ImportTopics topics)
    {
        if (!json.TryGetProperty("topics", out var list) || list.ValueKind == JsonValueKind.Null) return [];
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(t => t.ValueKind != JsonValueKind.String))
            throw new FormatException("\"topics\" is not a list of texts");
        return [.. list.EnumerateArray().Select(t => t.GetString()!)
            .Select(name => topics.Find(name) ?? throw new FormatException($"there is no topic \"{name}\"")).Distinct()];
    }

    private static DateTimeOffset? DateOf(string? text)
    {
        if (text is null) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw new FormatException($"\"date\" is \"{text}\", not a date like 2026-03-14");
    }

    private static string Explain((string Field, Refusal Reason) refusal) => refusal.Reason switch
    {
        Refusal.TooLong => refusal.Field == "title" ? $"longer than {Article.MaxTitleLength} characters" : $"longer than {Article.MaxTextLength} characters",
        Refusal.UnknownLanguage => "not a language that the portal knows",
        Refusal.UnreadableText => "holds bytes that are not UTF-8",
        _ => "empty",
    };
}

/// <summary>Finds topics by id, slug or any label.</summary>
internal sealed class ImportTopics
{
    private readonly Dictionary<string, Guid> _byName = new(StringComparer.OrdinalIgnoreCase);

    public ImportTopics(TopicScheme scheme)
    {
        foreach (var topic in scheme.ById.Values)
        {
            _byName[topic.Slug] = topic.Id;
            _byName[topic.Id.ToString()] = topic.Id;
            foreach (var name in topic.Names) _byName.TryAdd(name.Text, topic.Id);
        }
    }

    public Guid? Find(string name) => _byName.TryGetValue(name.Trim(), out var id) ? id : null;
}
