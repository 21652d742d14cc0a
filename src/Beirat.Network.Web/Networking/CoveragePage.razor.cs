using Beirat.Network.Common;
using Beirat.Network.Networking;
using Beirat.Network.People;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Networking;

/// <summary>Which topics the council covers in which languages, and what is missing.</summary>
public sealed partial class CoveragePage
{
    [Inject]
    public CoverageQuery Query { get; set; } = default!;

    [Inject]
    public PersonListQuery People { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Stadtteil { get; set; }

    private CoverageView View { get; set; } = default!;

    private IReadOnlyList<string> DistrictChoices { get; set; } = [];

    /// <summary>A district that nobody shows narrows to nothing and would be repeated in every link: it counts as none.</summary>
    private string? District { get; set; }

    private IReadOnlyList<TopicLink> Uncovered => [.. View.Rows.Where(r => r.Cells.Count > 0 && r.Cells.All(c => c.IsGap)).Select(r => r.Topic)];

    private string Here => Context.Request.Path.ToUriComponent() + Context.Request.QueryString.ToUriComponent();

    protected override async Task LoadAsync()
    {
        DistrictChoices = await People.DistrictsAsync(Viewer, Gone);
        District = Given(Stadtteil) is { } asked && DistrictChoices.Contains(asked) ? asked : null;
        View = await Query.RunAsync(Viewer, District, Gone);
    }
}
