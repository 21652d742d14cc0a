using System.Globalization;
using System.Net.Mail;
using Beirat.Network.Common;

namespace Beirat.Network.Exchange;

/// <summary>Parts of cells that several columns have. Each throws a <see cref="FormatException"/> with the reason.</summary>
internal static class CellParts
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d.M.yyyy"];

    /// <summary>A column of plain text.</summary>
    public static Column<T> Text<T>(string name, int most, Func<T, string> read, Action<T, string> write, Consents.ProfileField? field = null) => new(
        name, s => TextRules.Clean(read(s)), text => new Planned<T>(Bounded(text, most), s => write(s, text)), field);

    /// <summary>A column of short texts in a list.</summary>
    public static Column<T> Texts<T>(
        string name, int most, Func<T, IEnumerable<string>> read, Action<T, IReadOnlyList<string>> write, Consents.ProfileField? field = null) => new(
        name,
        s => Joined(read(s).Select(TextRules.Clean)),
        text =>
        {
            List<string> items = [.. CsvCells.Items(text).Select(i => Bounded(CsvCells.Plain(i), most)).Distinct()];
            return new Planned<T>(Joined(items), s => write(s, items));
        },
        field);

    public static string Bounded(string text, int most) => text.Length <= most ? text : throw new FormatException($"longer than {most} characters");

    public static string Joined(IEnumerable<string> items) => string.Join(';', items.Select(i => CsvCells.Item(i, ";")));

    public static string Email(string text) =>
        text.Length == 0 || (MailAddress.TryCreate(text, out var mail) && mail.Address == text && text.Length <= 254)
            ? text : throw new FormatException($"\"{text}\" is not an e-mail address");

    public static string Language(string code) =>
        Languages.IsSpoken(code) ? code : throw new FormatException($"\"{code}\" is not a language code like de, ar or kmr (ISO 639)");

    public static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new FormatException($"\"{text}\" is not a date like 2026-03-14 or 14.3.2026");

    public static string Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    public static int Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw new FormatException($"\"{text}\" is not a number from {least} to {most}");

    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A value by its name in camel case; upper and lower case count alike, numbers are none.</summary>
    public static T Named<T>(string text) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name) : throw new FormatException($"\"{text}\" is none of {string.Join(", ", Enum.GetValues<T>().Select(Name))}");

    public static string Name<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The id under which a file knows a subject: its own where there is one, else the portal's.</summary>
    public static string Key(string? externalId, Guid id) => externalId ?? id.ToString("D");

    /// <summary>The portal's own id, when the key is one.</summary>
    public static Guid? OwnId(string key) => Guid.TryParseExact(key, "D", out var id) ? id : null;

    public static string Id(string? cell)
    {
        const int most = 200;
        if (cell is null or CsvCells.Nothing) throw new FormatException("id: missing");
        return cell.Length <= most && !cell.Contains('\n') ? cell : throw new FormatException($"id: longer than {most} characters or more than one line");
    }
}
