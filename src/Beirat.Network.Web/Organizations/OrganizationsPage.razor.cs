using Beirat.Network.Common;
using Beirat.Network.Organizations;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Organizations;

/// <summary>Organisations by kind, topic and language, with a way to find one by name.</summary>
public sealed partial class OrganizationsPage
{
    [Inject]
    public OrganizationListQuery Query { get; set; } = default!;

    [Inject]
    public TopicListQuery Topics { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Art { get; set; }

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Spricht { get; set; }

    /// <summary>A part of the name.</summary>
    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Nach { get; set; }

    private Page<OrganizationCard> Organizations { get; set; } = default!;

    private IReadOnlyList<TopicLink> TopicChoices { get; set; } = [];

    private IReadOnlyList<string> LanguageChoices { get; set; } = [];

    private static IEnumerable<KeyValuePair<string, string>> Kinds =>
        Enum.GetValues<OrganizationKind>().Select(k => KeyValuePair.Create(k.ToString(), Say.Kind(k)));

    protected override async Task LoadAsync()
    {
        var kind = Enum.TryParse<OrganizationKind>(Art, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted) ? wanted : (OrganizationKind?)null;
        Organizations = await Query.RunAsync(new OrganizationFilter(kind, Given(Thema), Given(Spricht), Given(Q)), Given(Nach), Gone);
        TopicChoices = await Topics.ChoicesAsync(Gone);
        LanguageChoices = await Query.LanguagesAsync(Gone);
    }
}
