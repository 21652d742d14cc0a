using System.Globalization;
using Beirat.Network.Common;
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
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Organisation { get; set; }

    [SupplyParameterFromQuery]
    public string? Zeit { get; set; }

    [SupplyParameterFromQuery]
    public string? Ohne { get; set; }

    /// <summary>"nein": compounds are taken as they are.</summary>
    [SupplyParameterFromQuery]
    public string? Zerlegen { get; set; }

    [SupplyParameterFromQuery]
    public string? Seite { get; set; }

    /// <summary>Id of the kept search, after it was saved.</summary>
    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    private SearchResult? Result { get; set; }

    private SearchState State => new(Q)
    {
        Kind = Given(Art), Language = Given(Textsprache), Topic = Given(Thema), Organization = Given(Organisation), Time = Given(Zeit),
        Without = Given(Ohne), Split = Given(Zerlegen),
    };

    private int Page => int.TryParse(Seite, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1;

    private int LastPage => Math.Clamp(((Result?.Total ?? 0) + PageSize - 1) / PageSize, 1, MaxPage);

    private static IEnumerable<KeyValuePair<string, string>> Kinds => SearchKinds.All.Select(k => KeyValuePair.Create(SearchKinds.Name(k), Say.Kind(k)));

    protected override async Task LoadAsync()
    {
        if (Given(Q) is null) return;
        var request = State.Request(Math.Min(Page, MaxPage), PageSize);
        Result = await Query.RunAsync(Viewer, request, Gone);
        Misses.Take(Viewer, request, Result);
    }

    // What is chosen stays chosen in the form, also where it leaves nothing.
    private IEnumerable<KeyValuePair<string, string>> LanguageChoices => Result is { Facets.Languages.Count: > 0 } or { Ways: not null }
        ? Result.Facets.Languages.Select(l => KeyValuePair.Create(l.Value, $"{Say.Language(l.Value)} ({l.Count})"))
            .Concat(Languages.IsKnown(State.Language) && Result.Facets.Languages.All(l => l.Value != State.Language) ? [KeyValuePair.Create(State.Language!, $"{Say.Language(State.Language!)} (0)")] : [])
        : Choices.Languages(Languages.OfTexts);
}
