using Beirat.Network.Topics;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Topics;

/// <summary>One topic, with who knows about it and what was written on it.</summary>
public sealed partial class TopicPage
{
    [Inject]
    public TopicPageQuery Query { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    private TopicView? View { get; set; }

    protected override async Task LoadAsync()
    {
        View = await Query.RunAsync(Viewer, Slug, Gone);
        if (View is null) Navigation.NotFound();
    }
}
