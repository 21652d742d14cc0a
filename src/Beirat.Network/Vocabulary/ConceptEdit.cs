using Beirat.Network.Outbox;

namespace Beirat.Network.Vocabulary;

/// <summary>What staff made of a concept.</summary>
public enum ConceptState
{
    /// <summary>As it came with the portal; also after a change was taken back.</summary>
    Shipped,
    Changed,
    Removed,
}

/// <summary>
/// A concept that staff changed, made or took out. It stands before the one that came with the portal, and it stays when it is
/// taken back: the number of its version never begins anew, so that an old form cannot overwrite what was stored meanwhile.
/// </summary>
public sealed class ConceptEdit
{
    private ConceptEdit() { }

    internal ConceptEdit(string conceptId) => (Id, ConceptId, Version) = (Guid.CreateVersion7(), conceptId, 1);

    public Guid Id { get; private set; }

    public string ConceptId { get; private set; } = string.Empty;

    public ConceptState State { get; private set; }

    /// <summary>The whole concept in the form of the files that come with the portal; empty when it has none of its own.</summary>
    public string Text { get; private set; } = string.Empty;

    public Guid? ByPersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Version { get; private set; }

    internal Subject Subject => new(SubjectKind.Concept, Id);

    internal void Change(Concept concept, Guid? by, DateTimeOffset at)
    {
        if (concept.Id != ConceptId) throw new InvalidOperationException("A concept keeps its id.");
        Note(ConceptState.Changed, ConceptText.Write(concept), by, at);
    }

    /// <summary>What was written stays for whoever wants it back.</summary>
    internal void Remove(Guid? by, DateTimeOffset at) => Note(ConceptState.Removed, Text, by, at);

    internal void TakeBack(Guid? by, DateTimeOffset at) => Note(ConceptState.Shipped, string.Empty, by, at);

    internal void ForgetWho() => ByPersonId = null;

    /// <summary>The concept as staff wrote it, also when it was removed since; null when they wrote none.</summary>
    internal Concept? Read() => Text.Length > 0 ? ConceptText.Read(new StringReader(Text)).Single() : null;

    private void Note(ConceptState state, string text, Guid? by, DateTimeOffset at) => (State, Text, ByPersonId, At) = (state, text, by, at);
}
