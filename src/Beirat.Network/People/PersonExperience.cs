namespace Beirat.Network.People;

/// <summary>Something that a person did: where, as what, from and until which year.</summary>
public sealed record ExperienceEntry(string Title, string Place, int? FromYear, int? UntilYear, string Note);

/// <inheritdoc cref="ExperienceEntry"/>
public sealed class PersonExperience
{
    private PersonExperience() { }

    internal PersonExperience(Guid personId, int order, ExperienceEntry entry)
    {
        Id = Guid.CreateVersion7();
        (PersonId, Order) = (personId, order);
        (Title, Place, FromYear, UntilYear, Note) = entry;
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Place in the list, as the person put it.</summary>
    public int Order { get; private set; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>Organisation, company or town; may be empty.</summary>
    public string Place { get; private set; } = string.Empty;

    public int? FromYear { get; private set; }

    /// <summary>Null while it lasts, or when it is not known.</summary>
    public int? UntilYear { get; private set; }

    public string Note { get; private set; } = string.Empty;

    public ExperienceEntry Entry => new(Title, Place, FromYear, UntilYear, Note);
}
