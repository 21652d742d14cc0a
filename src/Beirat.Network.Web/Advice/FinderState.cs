using Beirat.Network.Advice;
using Beirat.Network.People;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Advice;

/// <summary>Everything that the address of the finder says: question, filters, and the people that somebody keeps an eye on.</summary>
public sealed record FinderState(string? Question, string? Language, string? Use, string? Topic, string? Organization, string? District, bool OnlyAvailable)
{
    /// <summary>The longest question that the form takes; what is longer than can be read is said on the page.</summary>
    public const int MaxQuestion = 5_000;

    private static readonly Dictionary<string, LanguageUses> Uses = new()
    {
        ["beraten"] = LanguageUses.Advise, ["dolmetschen"] = LanguageUses.Interpret, ["uebersetzen"] = LanguageUses.Translate,
    };

    /// <summary>Concepts that are not to widen the question.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>Slugs of the shortlist.</summary>
    public IReadOnlyList<string> List { get; init; } = [];

    public bool IsAsked => Question is not null || Topic is not null;

    public AdviserRequest Request => new(Question, Language, Organization, District)
    {
        Without = [.. Left], Topic = Topic, Use = Use is null ? LanguageUses.None : Uses.GetValueOrDefault(Use), OnlyAvailable = OnlyAvailable,
    };

    public static IEnumerable<KeyValuePair<string, string>> UseChoices => Uses.Select(u => KeyValuePair.Create(u.Key, Say.Uses(u.Value)));

    public string Path => Address.With("/beratung",
    [
        ("q", Question), ("spricht", Language), ("einsatz", Use), ("thema", Topic), ("organisation", Organization), ("stadtteil", District),
        ("da", OnlyAvailable ? "ja" : null), ("ohne", string.Join(',', Left)), .. Listed("liste"),
    ]);

    /// <summary>The people of the list beside each other, with what speaks for them on the question.</summary>
    public string Comparison => Address.With("/beratung/vergleich", [("q", Question), .. Listed("liste")]);

    /// <summary>One question to all of the list.</summary>
    public string Asking => Address.With("/beratung/anfragen/neu", [.. Listed("an"), ("frage", Question)]);

    public FinderState Leave(string concept) => this with { Left = [.. Left.Append(concept).Distinct()] };

    public FinderState About(string topic) => new(null, null, null, topic, null, null, false) { List = List };

    public FinderState Open() => new(Question, null, null, null, null, null, false) { Left = Left, List = List };

    public FinderState Keep(string slug) => this with { List = [.. List.Append(slug).Distinct().Take(ShortlistQuery.Most)] };

    public FinderState Drop(string slug) => this with { List = [.. List.Where(s => s != slug)] };

    private IEnumerable<(string, string?)> Listed(string name) => List.Select(slug => (name, (string?)slug));
}
