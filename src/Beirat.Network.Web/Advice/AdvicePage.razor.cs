using Beirat.Network.Advice;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Advice;

/// <summary>A question in, people out, each with the reasons.</summary>
public sealed partial class AdvicePage
{
    private static readonly string[] Examples =
        ["Wohnungssuche für Familien", "Anerkennung von Abschlüssen", "Wie läuft die Einschulung?", "Gesundheit und Dolmetschen", "Umgestaltung der Turmstraße"];

    [Inject]
    public AdviserQuery Query { get; set; } = default!;

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
    public string? Organisation { get; set; }

    [SupplyParameterFromQuery]
    public string? Stadtteil { get; set; }

    [SupplyParameterFromQuery]
    public string? Ohne { get; set; }

    /// <summary>The reader may send a request for advice.</summary>
    private bool MayAsk { get; set; }

    private AdviserResult? Result { get; set; }

    private IReadOnlyList<string> LanguageChoices { get; set; } = [];

    private IReadOnlyList<string> DistrictChoices { get; set; } = [];

    private List<KeyValuePair<string, string>> OrganizationChoices { get; set; } = [];

    private string[] Left => (Ohne ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    protected override async Task LoadAsync()
    {
        MayAsk = await Requests.MayAskAsync(Viewer, Gone);
        LanguageChoices = await People.LanguagesAsync(Viewer, Gone);
        DistrictChoices = await People.DistrictsAsync(Viewer, Gone);
        OrganizationChoices = [.. (await Organizations.WithMembersAsync(Viewer, Gone)).Select(o => KeyValuePair.Create(o.Slug, o.Name))];
        if (Given(Q) is not { } question) return;
        var request = new AdviserRequest(question, Given(Spricht), Given(Organisation), Given(Stadtteil)) { Without = Left };
        Result = await Query.RunAsync(Viewer, request, Gone);
    }

    private string Without(string slug) => Address.With(
        "/beratung", ("q", Q), ("spricht", Spricht), ("organisation", Organisation), ("stadtteil", Stadtteil),
        ("ohne", string.Join(',', Left.Append(slug).Distinct())));
}
