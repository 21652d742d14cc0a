namespace Beirat.Network.People;

/// <summary>Levels of the Common European Framework of Reference for Languages; native speakers count as C2.</summary>
public enum LanguageLevel
{
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

/// <summary>What a person offers to do in a language.</summary>
[Flags]
public enum LanguageUses
{
    None = 0,
    Advise = 1,
    Interpret = 2,
    Translate = 4,
}

/// <summary>A language that a person speaks (BCP 47).</summary>
public sealed class PersonLanguage
{
    private PersonLanguage() { }

    internal PersonLanguage(Guid personId, string code, LanguageLevel level, LanguageUses uses) =>
        (PersonId, Code, Level, Uses) = (personId, code, level, uses);

    public Guid PersonId { get; private set; }

    public string Code { get; private set; } = string.Empty;

    public LanguageLevel Level { get; private set; }

    public LanguageUses Uses { get; private set; }

    internal void Change(LanguageLevel level, LanguageUses uses) => (Level, Uses) = (level, uses);
}

/// <summary>A language that a person speaks, how well, and what they offer in it.</summary>
public sealed record SpokenLanguage(string Code, LanguageLevel Level, LanguageUses Uses);
