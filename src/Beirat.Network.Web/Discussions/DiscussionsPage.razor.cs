using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Discussions;

/// <summary>Discussions: those that are pinned, then those with the newest post first.</summary>
public sealed partial class DiscussionsPage
{
    private const string Opened = "offen";
    private const string Ended = "geschlossen";
    private const string Mine = "eigene";
    private const string New = "ungelesen";

    [Inject]
    public DiscussionListQuery Query { get; set; } = default!;

    [Inject]
    public TopicListQuery Topics { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Kreis { get; set; }

    [SupplyParameterFromQuery]
    public string? Stand { get; set; }

    /// <summary>A language of posts.</summary>
    [SupplyParameterFromQuery]
    public string? In { get; set; }

    [SupplyParameterFromQuery]
    public string? Meine { get; set; }

    [SupplyParameterFromQuery]
    public string? Nach { get; set; }

    private Page<DiscussionCard> Discussions { get; set; } = default!;

    private IReadOnlyList<TopicLink> TopicChoices { get; set; } = [];

    private bool IsNarrowed => new[] { Thema, Kreis, Stand, In, Meine }.Any(v => Given(v) is not null);

    private IEnumerable<KeyValuePair<string, string>> Reaches =>
        [.. Viewer.Audiences.Select(a => KeyValuePair.Create(a.ToString(), Say.Audience(a))), KeyValuePair.Create(DiscussionReach.Circle, ThreadsTexts.Circle)];

    private static IEnumerable<KeyValuePair<string, string>> States =>
        [KeyValuePair.Create(Opened, ThreadsTexts.StateOpen), KeyValuePair.Create(Ended, ThreadsTexts.StateClosed)];

    private static IEnumerable<KeyValuePair<string, string>> Own =>
        [KeyValuePair.Create(Mine, ThreadsTexts.OwnMine), KeyValuePair.Create(New, ThreadsTexts.OwnUnread)];

    protected override async Task LoadAsync()
    {
        var open = Given(Stand) switch { Opened => true, Ended => false, _ => (bool?)null };
        var filter = new DiscussionFilter(Given(Thema), Given(Kreis), open, Given(In), Given(Meine) == Mine, Given(Meine) == New);
        Discussions = await Query.RunAsync(Viewer, filter, Guid.TryParse(Nach, out var after) ? after : null, Gone);
        TopicChoices = await Topics.ChoicesAsync(Gone);
    }
}
