using System.Collections.Frozen;
using Beirat.Network.Common;

namespace Beirat.Network.People;

/// <summary>A profession with its gendered forms and one that fits everybody.</summary>
public sealed record Profession(string Feminine, string Masculine, string Neutral);

/// <summary>
/// The professions that the portal knows, for choosing one and for finding it by whichever form is asked for. Whoever
/// works as something else writes it down; the scheme does not limit.
/// </summary>
public static class ProfessionScheme
{
    private static readonly Lazy<IReadOnlyList<Profession>> Known = new(Read);

    private static readonly Lazy<FrozenDictionary<string, Profession>> ByForm = new(() => Known.Value
        .SelectMany(p => new[] { p.Feminine, p.Masculine }.Select(form => (Key: Slug.Fold(form), Profession: p)))
        .DistinctBy(p => p.Key).ToFrozenDictionary(p => p.Key, p => p.Profession, StringComparer.Ordinal));

    /// <summary>All forms that a person may call themselves by, by alphabet: for a list of suggestions.</summary>
    public static IReadOnlyList<string> Forms { get; } =
        [.. Known.Value.SelectMany(p => new[] { p.Feminine, p.Masculine }).Distinct().Order(StringComparer.InvariantCultureIgnoreCase)];

    /// <summary>The profession that a title names by one of its forms; null when the scheme does not know it.</summary>
    public static Profession? Find(string title) => ByForm.Value.GetValueOrDefault(Slug.Fold(title.Trim()));

    /// <summary>The title with the other forms of every profession that it names, so that each form finds it.</summary>
    public static string AllForms(string title)
    {
        var named = Find(title) is { } whole ? [whole] : title.Split(' ').Select(Find).OfType<Profession>().ToList();
        return string.Join(' ', named.Concat(named.SelectMany(Wider)).SelectMany(p => new[] { p.Feminine, p.Masculine, p.Neutral }).Prepend(title).Distinct());
    }

    /// <summary>
    /// What a compound ends with is what it is: an interior architect ("Innenarchitekt") is an architect ("Architekt").
    /// The shortest end counts: a "Maschinenbauingenieur" is an engineer, not a civil one.
    /// </summary>
    private static IEnumerable<Profession> Wider(Profession profession) => Known.Value
        .Where(p => p != profession && Slug.Fold(profession.Masculine).EndsWith(Slug.Fold(p.Masculine), StringComparison.Ordinal))
        .OrderBy(p => p.Masculine.Length).Take(1);

    private static List<Profession> Read()
    {
        using var file = typeof(ProfessionScheme).Assembly.GetManifestResourceStream("Beirat.Network.People.Professions.txt")!;
        using var lines = new StreamReader(file);
        return [.. lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l[0] != '#').Select(l => l.Split('|')).Select(f => new Profession(f[0], f[1], f[2]))];
    }
}
