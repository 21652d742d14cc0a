namespace Beirat.Network.Topics;

/// <summary>A subject that people know about and texts deal with: a SKOS Concept (W3C SKOS Reference, section 3).</summary>
public sealed class Topic
{
    private readonly List<TopicLabel> _labels = [];
    private readonly List<TopicRelation> _related = [];

    private Topic() { }

    public Topic(Guid id, string slug)
    {
        Id = id;
        Slug = slug;
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    /// <summary>skos:broader; null for a top concept.</summary>
    public Guid? BroaderId { get; private set; }

    public IReadOnlyList<TopicLabel> Labels => _labels;

    /// <summary>skos:related, held once for each direction.</summary>
    public IReadOnlyList<TopicRelation> Related => _related;

    public void PutBelow(Guid? broader) =>
        BroaderId = broader != Id ? broader : throw new InvalidOperationException("A topic is not broader than itself.");

    public void RelateTo(Guid other)
    {
        if (other != Id && _related.All(r => r.RelatedId != other)) _related.Add(new TopicRelation(Id, other));
    }

    /// <summary>Adds a text in a language. There is one preferred label and one definition a language (SKOS S14).</summary>
    public void Describe(string language, TopicLabelKind kind, string text)
    {
        if (kind != TopicLabelKind.Alternative) _labels.RemoveAll(l => l.Language == language && l.Kind == kind);
        if (_labels.All(l => l.Language != language || l.Text != text)) _labels.Add(new TopicLabel(Id, language, kind, text));
    }
}
