using Beirat.Network.Common;

namespace Beirat.Network.People;

/// <summary>What a person works as, in the form they use themselves, and the degree they hold: two different things.</summary>
public sealed class PersonProfession
{
    private PersonProfession() { }

    internal PersonProfession(Guid personId, string title, string? degree)
    {
        Id = Guid.CreateVersion7();
        (PersonId, Title, Degree) = (personId, title, degree);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string? Degree { get; private set; }

    /// <summary>Names a profession as evidence. Rows are made anew whenever the list is saved, so their ids say nothing.</summary>
    internal static Guid SourceOf(string title) => NamedId.For("profession", Slug.Fold(title));
}

/// <summary>A profession and, apart from it, a degree.</summary>
public sealed record HeldProfession(string Title, string? Degree);
