using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Topics;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Knowledge;

/// <summary>Shared knowledge, newest first.</summary>
public sealed partial class KnowledgePage
{
    private const int ShownCollections = 6;

    [Inject]
    public ArticleListQuery Query { get; set; } = default!;

    [Inject]
    public TopicListQuery Topics { get; set; } = default!;

    [Inject]
    public ArticleTopicQuery TopicCountQuery { get; set; } = default!;

    [Inject]
    public CollectionQuery CollectionList { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Textsprache { get; set; }

    [SupplyParameterFromQuery]
    public string? Nach { get; set; }

    private IReadOnlyList<TopicCount> TopicCounts { get; set; } = [];

    private IReadOnlyList<CollectionCard> Collections { get; set; } = [];

    private Page<ArticleCard> Articles { get; set; } = default!;

    private IReadOnlyList<TopicLink> TopicChoices { get; set; } = [];

    private IReadOnlyList<string> LanguageChoices { get; set; } = [];

    protected override async Task LoadAsync()
    {
        Articles = await Query.RunAsync(Viewer, Given(Thema), Given(Textsprache), Given(Nach), Gone);
        TopicChoices = await Topics.ChoicesAsync(Gone);
        LanguageChoices = await Query.LanguagesAsync(Viewer, Gone);
        TopicCounts = await TopicCountQuery.RunAsync(Viewer, Given(Thema), Gone);
        Collections = (await CollectionList.ListAsync(Viewer, count: ShownCollections, cancellation: Gone)).Items;
    }
}
