namespace Beirat.Network.Web.Live;

/// <summary>What a node tells the others about people who show that they are there. <see cref="Writer"/>: only that this one writes.</summary>
internal sealed record NodePresence(string Node, Guid Discussion, IReadOnlyList<ReaderPush> Readers, ReaderPush? Writer = null);

/// <summary>The other nodes of the portal, as far as they can be reached; what is told to them may get lost.</summary>
internal interface INodes
{
    string Name { get; }

    event Action<NodePresence>? Told;

    void Tell(NodePresence presence);
}
