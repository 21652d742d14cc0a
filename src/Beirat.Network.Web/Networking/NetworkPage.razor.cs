using Beirat.Network.Common;
using Beirat.Network.Networking;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Networking;

/// <summary>People, organisations and topics as a picture, and the same as a table.</summary>
public sealed partial class NetworkPage
{
    /// <summary>Rows of the table that are not folded: some screens of a telephone.</summary>
    private const int TiesInTheOpen = 20;

    [Inject]
    public NetworkViewQuery Query { get; set; } = default!;

    [Inject]
    public TopicListQuery Topics { get; set; } = default!;

    [Inject]
    public PersonListQuery People { get; set; } = default!;

    [Inject]
    public OrganizationListQuery Organizations { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Spricht { get; set; }

    [SupplyParameterFromQuery]
    public string? Stadtteil { get; set; }

    [SupplyParameterFromQuery]
    public string? Art { get; set; }

    [SupplyParameterFromQuery]
    public string? Mitte { get; set; }

    /// <summary>How many steps around the middle: "2" shows the neighbours' neighbours, too.</summary>
    [SupplyParameterFromQuery]
    public string? Weite { get; set; }

    private bool Wide => Given(Weite) == "2";

    private NetworkFilter Filter { get; set; } = new();

    private NetworkView View { get; set; } = default!;

    private NetworkPicture Picture { get; set; } = default!;

    private ILookup<NodeKey, int> Own { get; set; } = default!;

    private IReadOnlyList<TopicLink> TopicChoices { get; set; } = [];

    private IEnumerable<string> LanguageChoices { get; set; } = [];

    private IReadOnlyList<string> DistrictChoices { get; set; } = [];

    private string Here => Context.Request.Path.ToUriComponent() + Context.Request.QueryString.ToUriComponent();

    private bool Filtered => Filter != new NetworkFilter() || Given(Mitte) is not null;

    private static IEnumerable<KeyValuePair<string, string>> Kinds =>
        Enum.GetValues<OrganizationKind>().Select(k => KeyValuePair.Create(k.ToString(), Say.Kind(k)));

    private IEnumerable<KeyValuePair<string, string>> Centres => View.Nodes.Select(n => KeyValuePair.Create(n.Key.ToString(), n.Name));

    private IEnumerable<string> Counts =>
    [
        Say.Count(NetworkingTexts.ResourceManager, "CountPeople", Number(NodeKind.Person)),
        Say.Count(NetworkingTexts.ResourceManager, "CountOrganizations", Number(NodeKind.Organization)),
        Say.Count(NetworkingTexts.ResourceManager, "CountTopics", Number(NodeKind.Topic)),
        Say.Count(NetworkingTexts.ResourceManager, "CountTies", View.Ties.Count),
    ];

    protected override async Task LoadAsync()
    {
        var kind = Enum.TryParse<OrganizationKind>(Art, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted) ? wanted : (OrganizationKind?)null;
        Filter = new NetworkFilter(Given(Thema), Given(Spricht), Given(Stadtteil), kind);
        View = await Query.RunAsync(Viewer, Filter, NodeKey.Parse(Given(Mitte)), Wide ? 2 : 1, Gone);
        Picture = NetworkLayout.Place(View);
        Own = Picture.Ties.SelectMany((t, i) => new[] { (t.Tie.From.Key, i), (t.Tie.To.Key, i) }).ToLookup(t => t.Key, t => t.i);
        TopicChoices = await Topics.ChoicesAsync(Gone);
        LanguageChoices = (await People.LanguagesAsync(Viewer, Gone)).Union(await Organizations.LanguagesAsync(Gone));
        DistrictChoices = await People.DistrictsAsync(Viewer, Gone);
    }

    private int Number(NodeKind kind) => View.Nodes.Count(n => n.Key.Kind == kind);
}
