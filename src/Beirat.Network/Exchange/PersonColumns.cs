using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Import;
using Beirat.Network.People;
using Beirat.Network.Topics;

namespace Beirat.Network.Exchange;

/// <summary>The columns of people, in the order of an export. What is a list is sorted where its order means nothing.</summary>
internal static class PersonColumns
{
    public const string Id = "id";
    public const string Organization = "organization";
    public const string Role = "role";
    public const string From = "from";
    public const string Until = "until";
    public const string Seat = "seat";
    public const string SeatOrder = "seat_order";
    public const string SeatFrom = "seat_from";
    public const string SeatUntil = "seat_until";

    /// <summary>Columns of the one role and the one seat that a line can hold.</summary>
    public static readonly string[] OfLine = [Organization, Role, From, Until, Seat, SeatOrder, SeatFrom, SeatUntil];

    public static readonly string[] Required = [Id, "given_name", "family_name"];

    private const int MaxName = 120;
    private const int MaxLine = 300;
    private const int MaxText = 10_000;

    /// <summary>Columns of the person; they stand on the first of a person's lines.</summary>
    public static IReadOnlyList<Column<Person>> Of(TopicScheme scheme)
    {
        var topics = new ImportTopics(scheme);
        return
        [
            CellParts.Text<Person>("given_name", MaxName, p => p.GivenName, (p, v) => p.Rename(v, p.FamilyName)),
            CellParts.Text<Person>("family_name", MaxName, p => p.FamilyName, (p, v) => p.Rename(p.GivenName, v)),
            new("email", p => p.Email, v => new(CellParts.Email(v), p => p.BeReached(v, p.Phone)), ProfileField.Email),
            CellParts.Text<Person>("phone", MaxName, p => p.Phone, (p, v) => p.BeReached(p.Email, v), ProfileField.Phone),
            CellParts.Text<Person>("headline", MaxLine, p => p.Headline, (p, v) => p.Describe(v, p.About), ProfileField.About),
            CellParts.Text<Person>("about", MaxText, p => p.About, (p, v) => p.Describe(p.Headline, v), ProfileField.About),
            new("languages", p => Text(p.Languages.Select(l => new SpokenLanguage(l.Code, l.Level, l.Uses))), Languages, ProfileField.Languages),
            new("professions", p => Text(p.Professions.Select(w => new HeldProfession(w.Title, w.Degree))), Professions, ProfileField.Professions),
            new("topics", p => Text(p.Topics.Select(t => (t.TopicId, t.Note)), scheme), v => Topics(v, topics, scheme), ProfileField.Topics),
            new("experience", p => Text(p.Experience.OrderBy(e => e.Order).Select(e => e.Entry)), Experience, ProfileField.Experience),
            CellParts.Texts<Person>("districts", MaxName, p => p.Districts, (p, v) => p.Reach(v, [.. p.Communities]), ProfileField.Districts),
            CellParts.Texts<Person>("communities", MaxName, p => p.Communities, (p, v) => p.Reach([.. p.Districts], v), ProfileField.Communities),
            CellParts.Text<Person>("availability", MaxLine, p => p.AvailabilityNote, (p, v) => p.BeAvailable(v), ProfileField.Availability),
            new("absence", p => Text(p.AbsentFrom, p.AbsentUntil), Absence, ProfileField.Availability),
        ];
    }

    public static IReadOnlyList<string> Names(IEnumerable<Column<Person>> columns) => [Id, .. columns.Select(c => c.Name), .. OfLine];

    private static string Text(IEnumerable<SpokenLanguage> languages) => string.Join(';', languages.OrderBy(l => l.Code, StringComparer.Ordinal).Select(l =>
        $"{l.Code}:{l.Level}{(l.Uses == LanguageUses.None ? "" : $":{string.Join('+', Uses(l.Uses))}")}"));

    private static IEnumerable<string> Uses(LanguageUses uses) =>
        Enum.GetValues<LanguageUses>().Where(u => u != LanguageUses.None && uses.HasFlag(u)).Select(CellParts.Name);

    // "ar:C2:advise+interpret;de:C1"
    private static Planned<Person> Languages(string text)
    {
        List<SpokenLanguage> languages = [.. CsvCells.Items(text).Select(item =>
        {
            var parts = item.Trim().Split(':');
            if (parts.Length is not (2 or 3)) throw new FormatException($"\"{item}\" is not a language with its level, like ar:C2:advise+interpret");
            var uses = parts.Length == 2 ? [] : parts[2].Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new SpokenLanguage(
                CellParts.Language(parts[0].Trim()), CellParts.Named<LanguageLevel>(parts[1].Trim()),
                uses.Select(CellParts.Named<LanguageUses>).Aggregate(LanguageUses.None, (all, u) => all | u));
        }).GroupBy(l => l.Code).Select(g => g.Last())];
        return new(Text(languages), p => p.SpeakOnly(languages));
    }

    private static string Text(IEnumerable<HeldProfession> professions) => string.Join(';', professions
        .Select(p => Parts([p.Title, p.Degree ?? string.Empty])).Order(StringComparer.Ordinal));

    // "Titel|Abschluss;…"
    private static Planned<Person> Professions(string text)
    {
        List<HeldProfession> professions = [.. CsvCells.Items(text).Select(item => Parts(item, 2)).Select(p => new HeldProfession(p[0], p[1].Length == 0 ? null : p[1])).Distinct()];
        if (professions.Any(p => p.Title.Length == 0)) throw new FormatException("a degree stands without a profession");
        return new(Text(professions), p => p.PractiseOnly(professions));
    }

    private static string Text(IEnumerable<(Guid Topic, string Note)> topics, TopicScheme scheme) => string.Join(';', topics
        .Where(t => scheme.ById.ContainsKey(t.Topic)).Select(t => (scheme.ById[t.Topic].Slug, Note: TextRules.Clean(t.Note))).OrderBy(t => t.Slug, StringComparer.Ordinal)
        .Select(t => t.Note.Length == 0 ? t.Slug : $"{t.Slug}={CsvCells.Item(t.Note, ";=")}"));

    // "slug;slug=note", by slug or any label
    private static Planned<Person> Topics(string text, ImportTopics known, TopicScheme scheme)
    {
        List<(Guid Topic, string Note)> claims = [.. CsvCells.Items(text).Select(item =>
        {
            var parts = CsvCells.Split(item, '=');
            var name = CsvCells.Plain(parts[0]);
            var note = CsvCells.Plain(string.Join('=', parts.Skip(1)));
            return (known.Find(name) ?? throw new FormatException($"there is no topic \"{name}\""), CellParts.Bounded(note, MaxLine * 2));
        }).GroupBy(c => c.Item1).Select(g => g.Last())];
        return new(Text(claims, scheme), p => p.KnowOnly(claims));
    }

    private static string Text(IEnumerable<ExperienceEntry> entries) => string.Join(';', entries.Select(e =>
        Parts([e.Title, e.Place, CellParts.Number(e.FromYear), CellParts.Number(e.UntilYear), e.Note])));

    // "Titel|Ort|2010|2015|Notiz;…"
    private static Planned<Person> Experience(string text)
    {
        List<ExperienceEntry> entries = [.. CsvCells.Items(text).Select(item => Parts(item, 5)).Select(p => new ExperienceEntry(p[0], p[1], Year(p[2]), Year(p[3]), p[4]))];
        if (entries.Any(e => e.Title.Length == 0)) throw new FormatException("an entry has no title");
        if (entries.Any(e => e.UntilYear < e.FromYear)) throw new FormatException("an entry ends before it begins");
        return new(Text(entries), p => p.ExperienceOnly(entries));
    }

    private static string Text(DateOnly? from, DateOnly? until) => from is null ? string.Empty : $"{CellParts.Date(from)}/{CellParts.Date(until)}";

    // "2026-01-05/2026-02-01", ISO 8601, section 5.5
    private static Planned<Person> Absence(string text)
    {
        if (text.Length == 0) return new(text, p => p.BeAway(null));
        var parts = text.Split('/');
        if (parts.Length != 2) throw new FormatException($"\"{text}\" is not a time like 2026-01-05/2026-02-01");
        var period = new Period(CellParts.Date(parts[0]), parts[1].Length == 0 ? null : CellParts.Date(parts[1]));
        return period.IsReversed ? throw new FormatException("ends before it begins") : new(Text(period.From, period.Until), p => p.BeAway(period));
    }

    private static int? Year(string text) => text.Length == 0 ? null : CellParts.Number(text, LikelyDays.FirstYear, LikelyDays.LastYear);

    private static string Parts(string[] parts) => string.Join('|', parts.Select(p => CsvCells.Item(TextRules.Clean(p), ";|"))).TrimEnd('|');

    private static string[] Parts(string item, int most)
    {
        var parts = CsvCells.Split(item, '|').ConvertAll(CsvCells.Plain);
        if (parts.Count > most) throw new FormatException($"\"{item}\" has more than {most} parts");
        return [.. parts.Select(p => CellParts.Bounded(p, MaxLine * 2)), .. Enumerable.Repeat(string.Empty, most - parts.Count)];
    }
}
