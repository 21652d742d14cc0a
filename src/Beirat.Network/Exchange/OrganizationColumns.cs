using Beirat.Network.Import;
using Beirat.Network.Organizations;
using Beirat.Network.Topics;

namespace Beirat.Network.Exchange;

/// <summary>The columns of organisations, in the order of an export.</summary>
internal static class OrganizationColumns
{
    public const string Id = "id";
    public const string PartOf = "part_of";
    public const string Relations = "relations";

    public static readonly string[] Required = [Id, "name", "kind"];

    private const int MaxName = 200;
    private const int MaxLine = 300;
    private const int MaxText = 20_000;

    /// <summary>All but those that speak of other organisations, which may come later in the file.</summary>
    public static IReadOnlyList<Column<Organization>> Of(TopicScheme scheme)
    {
        var topics = new ImportTopics(scheme);
        return
        [
            new("name", o => Common.TextRules.Clean(o.Name), Name),
            CellParts.Text<Organization>("short_name", MaxName, o => o.ShortName ?? string.Empty, (o, v) => o.Rename(o.Name, Maybe(v))),
            new("kind", o => CellParts.Name(o.Kind), Kind),
            CellParts.Text<Organization>("description", MaxText, o => o.Description, (o, v) => o.Describe(v, o.Founded, o.District, [.. o.Languages])),
            new("founded", o => CellParts.Number(o.Founded), Founded),
            CellParts.Text<Organization>("district", MaxName, o => o.District ?? string.Empty, (o, v) => o.Describe(o.Description, o.Founded, Maybe(v), [.. o.Languages])),
            new("languages", o => string.Join(';', o.Languages), Languages),
            new("topics", o => Text(o.Topics.Select(t => t.TopicId), scheme), v => Topics(v, topics, scheme)),
            new("email", o => o.Email, v => new(CellParts.Email(v), o => o.BeReached(Contact(o) with { Email = v }))),
            CellParts.Text<Organization>("phone", MaxName, o => o.Phone, (o, v) => o.BeReached(Contact(o) with { Phone = v })),
            new("website", o => o.Website, v => new(Website(v), o => o.BeReached(Contact(o) with { Website = v }))),
            CellParts.Text<Organization>("meeting_point", MaxLine, o => o.MeetingPoint, (o, v) => o.BeReached(Contact(o) with { MeetingPoint = v })),
        ];
    }

    public static IReadOnlyList<string> Names(IEnumerable<Column<Organization>> columns) => [Id, .. columns.Select(c => c.Name), PartOf, Relations];

    private static Planned<Organization> Name(string text) => text.Length == 0
        ? throw new FormatException("an organisation needs a name")
        : new(CellParts.Bounded(text, MaxName), o => o.Rename(text, o.ShortName));

    private static Planned<Organization> Kind(string text)
    {
        var kind = CellParts.Named<OrganizationKind>(text);
        return new(CellParts.Name(kind), o => o.BeOf(kind));
    }

    private static Planned<Organization> Founded(string text)
    {
        int? year = text.Length == 0 ? null : CellParts.Number(text, 1000, 2200);
        return new(CellParts.Number(year), o => o.Describe(o.Description, year, o.District, [.. o.Languages]));
    }

    private static Planned<Organization> Languages(string text)
    {
        List<string> codes = [.. CsvCells.Items(text).Select(c => CellParts.Language(c.Trim())).Distinct()];
        return new(string.Join(';', codes), o => o.Describe(o.Description, o.Founded, o.District, codes));
    }

    private static string Text(IEnumerable<Guid> topics, TopicScheme scheme) =>
        string.Join(';', topics.Where(scheme.ById.ContainsKey).Select(t => scheme.ById[t].Slug).Order(StringComparer.Ordinal));

    private static Planned<Organization> Topics(string text, ImportTopics known, TopicScheme scheme)
    {
        List<Guid> topics = [.. CsvCells.Items(text).Select(CsvCells.Plain)
            .Select(name => known.Find(name) ?? throw new FormatException($"there is no topic \"{name}\"")).Distinct()];
        return new(Text(topics, scheme), o => o.WorkOnlyOn(topics));
    }

    // An address that is followed from a page: no other scheme may stand there.
    private static string Website(string text) =>
        text.Length == 0 || (text.Length <= 2_000 && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            ? text : throw new FormatException($"\"{text}\" is not an address like https://verein.example");

    private static OrganizationContact Contact(Organization o) => new(o.Email, o.Phone, o.Website, o.MeetingPoint);

    private static string? Maybe(string text) => text.Length == 0 ? null : text;
}
