using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.SearchDesk;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Advice;

/// <summary>A question in, people out, each with the reasons.</summary>
public sealed partial class AdvicePage
{
    /// <summary>So many of the first show their evidence at once.</summary>
    private const int Unfolded = 3;

    private static readonly string[] Examples =
        ["Wohnungssuche für Familien", "Anerkennung von Abschlüssen", "Wie läuft die Einschulung?", "Gesundheit und Dolmetschen", "Umgestaltung der Turmstraße"];

    [Inject]
    public AdviserQuery Query { get; set; } = default!;

    [Inject]
    public ShortlistQuery Shortlist { get; set; } = default!;

    [Inject]
    public SearchMissNotes Misses { get; set; } = default!;

    [Inject]
    public TopicListQuery Topics { get; set; } = default!;

    [Inject]
    public AdviceFormQuery Requests { get; set; } = default!;

    [Inject]
    public PersonListQuery People { get; set; } = default!;

    [Inject]
    public OrganizationListQuery Organizations { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Spricht { get; set; }

    [SupplyParameterFromQuery]
    public string? Einsatz { get; set; }

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Organisation { get; set; }

    [SupplyParameterFromQuery]
    public string? Stadtteil { get; set; }

    [SupplyParameterFromQuery]
    public string? Da { get; set; }

    [SupplyParameterFromQuery]
    public string? Ohne { get; set; }

    [SupplyParameterFromQuery]
    public string[]? Liste { get; set; }

    private FinderState State { get; set; } = default!;

    /// <summary>The reader may send a request for advice.</summary>
    private bool MayAsk { get; set; }

    private AdviserResult? Result { get; set; }

    private IReadOnlyList<NamedLink> Listed { get; set; } = [];

    private IReadOnlyList<TopicLink> TopicChoices { get; set; } = [];

    private IReadOnlyList<string> LanguageChoices { get; set; } = [];

    private IReadOnlyList<string> DistrictChoices { get; set; } = [];

    private List<KeyValuePair<string, string>> OrganizationChoices { get; set; } = [];

    private string Heading => Given(Q) is { } asked ? Say.Format(AdviceTexts.TitleFor, Excerpt.Beginning(asked, 80)) : AdviceTexts.Title;

    protected override async Task LoadAsync()
    {
        Listed = await Shortlist.NamesAsync(Liste ?? [], Gone);
        State = new FinderState(Given(Q), Given(Spricht), Given(Einsatz), Given(Thema), Given(Organisation), Given(Stadtteil), Da == "ja")
        {
            Left = (Ohne ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            List = [.. Listed.Select(p => p.Slug)],
        };
        TopicChoices = (await Topics.NamesAsync(Gone)).Choices();

        MayAsk = await Requests.MayAskAsync(Viewer, Gone);
        LanguageChoices = await People.LanguagesAsync(Viewer, Gone);
        DistrictChoices = await People.DistrictsAsync(Viewer, Gone);
        OrganizationChoices = [.. (await Organizations.WithMembersAsync(Viewer, Gone)).Select(o => KeyValuePair.Create(o.Slug, o.Name))];
        if (!State.IsAsked) return;
        Result = await Query.RunAsync(Viewer, State.Request, Gone);
        Misses.Take(Viewer, State.Request, Result);
    }

    private string ListAddress(Adviser adviser) =>
        State.List.Contains(adviser.Slug) ? State.Drop(adviser.Slug).Path : State.List.Count < ShortlistQuery.Most ? State.Keep(adviser.Slug).Path : string.Empty;
}
