using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Topics;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Discussions;

/// <summary>Discussions, those with the newest post first.</summary>
public sealed partial class DiscussionsPage
{
    [Inject]
    public DiscussionListQuery Query { get; set; } = default!;

    [Inject]
    public TopicListQuery Topics { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Nach { get; set; }

    private Page<DiscussionCard> Discussions { get; set; } = default!;

    private IReadOnlyList<TopicLink> TopicChoices { get; set; } = [];

    protected override async Task LoadAsync()
    {
        Discussions = await Query.RunAsync(Viewer, Given(Thema), Guid.TryParse(Nach, out var after) ? after : null, Gone);
        TopicChoices = await Topics.ChoicesAsync(Gone);
    }
}
