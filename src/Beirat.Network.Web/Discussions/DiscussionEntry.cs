using Beirat.Network.Discussions;

namespace Beirat.Network.Web.Discussions;

/// <summary>What the form for a new thread holds.</summary>
public sealed class DiscussionEntry
{
    /// <summary>Made with the page: sending the form twice gives one thread.</summary>
    public Guid Id { get; set; }

    public Guid Key { get; set; }

    public string? Title { get; set; }

    public string? Introduction { get; set; }

    public string? Language { get; set; }

    public string? Reach { get; set; }

    public string? People { get; set; }

    public string? Topic { get; set; }

    public string? Organization { get; set; }

    public string? Event { get; set; }

    public string? Article { get; set; }

    public string? FirstPost { get; set; }

    public string? Capacity { get; set; }

    public StartDiscussion ToCommand() => new(Id, Title, Introduction, Language ?? string.Empty, Reach, new SubjectSlugs(Topic, Organization, Event, Article))
    {
        People = People, FirstPost = FirstPost, Capacity = Capacity ?? Beirat.Network.Discussions.Capacity.Private.Key, Key = Key,
    };
}
