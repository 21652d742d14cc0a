using Beirat.Network.Common;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Profile;

public sealed class TopicRow
{
    /// <summary>A slug.</summary>
    public string? Topic { get; set; }

    public string? Note { get; set; }
}

public sealed class TopicsEntry : SectionEntry
{
    public List<TopicRow> Rows { get; set; } = [];
}

/// <summary>The topics that the person knows about, each with a sentence.</summary>
public sealed partial class TopicsSectionPage
{
    [Inject]
    public TopicListQuery Topics { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "themen")]
    public TopicsEntry? Entry { get; set; }

    protected override TopicsEntry? Sent { get => Entry; set => Entry = value; }

    private TopicNames Names { get; set; } = default!;

    private IReadOnlyList<TopicLink> All { get; set; } = [];

    private IEnumerable<(string Label, string Value)> Stored => Profile?.Topics.Select(t => (Names.Link(t.Topic)?.Label ?? string.Empty, t.Note)) ?? [];

    protected override async Task LoadAsync()
    {
        Names = await Topics.NamesAsync(Gone);
        All = Names.Choices();
        await base.LoadAsync();
    }

    protected override TopicsEntry FormOf(OwnProfile profile) => new()
    {
        Version = profile.Version,
        Rows = SectionRows.WithBlank(profile.Topics.Select(t => new TopicRow { Topic = Names.Link(t.Topic)?.Slug, Note = t.Note })),
    };

    protected override ProfileChange ChangeOf(TopicsEntry entry)
    {
        entry.Rows = SectionRows.WithBlank(entry.Rows.Where(IsFilled));
        return new TopicsChange([.. entry.Rows.Where(IsFilled).Select(r => new OwnTopic(Names.BySlug(r.Topic)?.Id ?? Guid.Empty, r.Note ?? string.Empty))]);
    }

    private static bool IsFilled(TopicRow row) => !string.IsNullOrEmpty(row.Topic) || !string.IsNullOrWhiteSpace(row.Note);

    private string? NameOf(TopicRow row) => Names.BySlug(row.Topic) is { } topic ? Names.Link(topic.Id)?.Label : null;
}
