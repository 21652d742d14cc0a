using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Knowledge;

/// <summary>One article.</summary>
public sealed partial class ArticlePage
{
    [Inject]
    public ArticlePageQuery Query { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    [SupplyParameterFromQuery]
    public string? Bestaetigt { get; set; }

    private ArticleView? View { get; set; }

    private bool IsDue => View is { ReviewOn: { } day, State: ArticleState.Published } && day < Time.Today();

    private string ReviewNote => View?.ReviewOn is { } day
        ? Say.Format(IsDue ? KnowledgeTexts.ReviewDue : KnowledgeTexts.ReviewOn, When.Day(day))
        : string.Empty;

    protected override async Task LoadAsync()
    {
        View = await Query.RunAsync(Viewer, Slug, Gone);
        if (View is null) Navigation.NotFound();
    }
}
