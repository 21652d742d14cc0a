using Beirat.Network.Common;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.People;

/// <summary>The members of the council, by topic, language and district.</summary>
public sealed partial class MembersPage
{
    [Inject]
    public PersonListQuery Query { get; set; } = default!;

    [Inject]
    public TopicListQuery Topics { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Spricht { get; set; }

    [SupplyParameterFromQuery]
    public string? Stadtteil { get; set; }

    /// <summary>A part of the name.</summary>
    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Nach { get; set; }

    private Page<PersonCard> People { get; set; } = default!;

    private IReadOnlyList<TopicLink> TopicChoices { get; set; } = [];

    private IReadOnlyList<string> LanguageChoices { get; set; } = [];

    private IReadOnlyList<string> DistrictChoices { get; set; } = [];

    private bool Filtered => Given(Q) is not null || Given(Thema) is not null || Given(Spricht) is not null || Given(Stadtteil) is not null;

    protected override async Task LoadAsync()
    {
        People = await Query.RunAsync(Viewer, new PersonFilter(Given(Thema), Given(Spricht), Given(Stadtteil), Given(Q)), Given(Nach), Gone);
        TopicChoices = await Topics.ChoicesAsync(Gone);
        LanguageChoices = await Query.LanguagesAsync(Viewer, Gone);
        DistrictChoices = await Query.DistrictsAsync(Viewer, Gone);
    }
}
