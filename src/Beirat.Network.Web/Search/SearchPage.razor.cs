using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.SearchDesk;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Search;

/// <summary>One box over everything. The whole state is in the address.</summary>
public sealed partial class SearchPage
{
    private const int PageSize = 20;

    // Last page that can be asked for: deeper results help nobody and cost the most.
    private const int MaxPage = 50;

    private static readonly string[] Examples = ["Wohnungssuche", "Einschulung", "Anerkennung", "Chancengleichheit", "katılım", "участь", "مشاركة"];

    [Inject]
    public SearchQuery Query { get; set; } = default!;

    [Inject]
    public SearchMissNotes Misses { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Art { get; set; }

    [SupplyParameterFromQuery]
    public string? Textsprache { get; set; }

    [SupplyParameterFromQuery]
    public string? Ohne { get; set; }

    /// <summary>"nein": compounds are taken as they are.</summary>
    [SupplyParameterFromQuery]
    public string? Zerlegen { get; set; }

    [SupplyParameterFromQuery]
    public string? Seite { get; set; }

    private SearchResult? Result { get; set; }

    private int Page => int.TryParse(Seite, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MaxPage) : 1;

    private static IEnumerable<KeyValuePair<string, string>> Kinds => SearchKinds.All.Select(k => KeyValuePair.Create(SearchKinds.Name(k), Say.Kind(k)));

    protected override async Task LoadAsync()
    {
        if (Given(Q) is not { } text) return;
        var request = new SearchRequest(text, SearchKinds.Parse(Art), Given(Textsprache), Page, PageSize) { Without = Left, Whole = Zerlegen == "nein" };
        Result = await Query.RunAsync(Viewer, request, Gone);
        Misses.Take(Viewer, request, Result);
    }

    private string[] Left => (Ohne ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Without(string slug) => At(ohne: string.Join(',', Left.Append(slug).Distinct()));

    private string PageAddress(int page) => At(seite: page);

    private string KindAddress(SubjectKind? kind) => At(art: kind is { } one ? SearchKinds.Name(one) : string.Empty);

    private string Switched => At(zerlegen: Zerlegen == "nein" ? string.Empty : "nein");

    // The same search with one thing changed, from its first page.
    private string At(string? art = null, string? ohne = null, string? zerlegen = null, int seite = 1) => Address.With(
        "/suche", ("q", Q), ("art", art ?? Art), ("textsprache", Textsprache), ("ohne", ohne ?? Ohne), ("zerlegen", zerlegen ?? Zerlegen),
        ("seite", seite > 1 ? seite.ToString(CultureInfo.InvariantCulture) : null));

    private IEnumerable<KeyValuePair<string, string>> LanguageChoices => Result is { Languages.Count: > 0 } result
        ? result.Languages.Select(l => KeyValuePair.Create(l.Value, $"{Say.Language(l.Value)} ({l.Count})"))
        : Choices.Languages(Languages.OfTexts);
}
