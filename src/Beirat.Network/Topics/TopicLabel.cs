namespace Beirat.Network.Topics;

/// <summary>skos:prefLabel, skos:altLabel and skos:definition.</summary>
public enum TopicLabelKind
{
    Preferred,
    Alternative,
    Definition,
}

/// <summary>One text of a topic in one language (BCP 47).</summary>
public sealed class TopicLabel
{
    private TopicLabel() { }

    internal TopicLabel(Guid topicId, string language, TopicLabelKind kind, string text)
    {
        Id = Guid.CreateVersion7();
        TopicId = topicId;
        Language = language;
        Kind = kind;
        Text = text;
    }

    public Guid Id { get; private set; }

    public Guid TopicId { get; private set; }

    public string Language { get; private set; } = string.Empty;

    public TopicLabelKind Kind { get; private set; }

    public string Text { get; private set; } = string.Empty;
}

/// <summary>One direction of skos:related.</summary>
public sealed class TopicRelation
{
    private TopicRelation() { }

    internal TopicRelation(Guid topicId, Guid relatedId) => (TopicId, RelatedId) = (topicId, relatedId);

    public Guid TopicId { get; private set; }

    public Guid RelatedId { get; private set; }
}
