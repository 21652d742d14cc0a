namespace Beirat.Network.People;

/// <summary>A claim of expertise: the topic, and in a sentence what the person knows about it.</summary>
public sealed class PersonTopic
{
    private PersonTopic() { }

    internal PersonTopic(Guid personId, Guid topicId, string note) => (PersonId, TopicId, Note) = (personId, topicId, note);

    public Guid PersonId { get; private set; }

    public Guid TopicId { get; private set; }

    public string Note { get; private set; } = string.Empty;

    internal void Say(string note) => Note = note;
}
