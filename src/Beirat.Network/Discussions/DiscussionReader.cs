namespace Beirat.Network.Discussions;

/// <summary>Somebody by name who reads a thread. <see cref="AsMember"/>: only as long as they are in the council.</summary>
public sealed class DiscussionReader
{
    private DiscussionReader() { }

    internal DiscussionReader(Guid discussionId, Guid personId, bool asMember) => (DiscussionId, PersonId, AsMember) = (discussionId, personId, asMember);

    public Guid DiscussionId { get; private set; }

    public Guid PersonId { get; private set; }

    public bool AsMember { get; private set; }
}
