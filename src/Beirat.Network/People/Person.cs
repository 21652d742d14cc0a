using Beirat.Network.Common;

namespace Beirat.Network.People;

/// <summary>Somebody whom the portal shows, with what they chose to tell. Roles are dated records of their own.</summary>
public sealed class Person
{
    private readonly List<PersonLanguage> _languages = [];
    private readonly List<PersonProfession> _professions = [];
    private readonly List<PersonTopic> _topics = [];
    private readonly List<string> _districts = [];

    private Person() { }

    public Person(Guid id, string slug, string givenName, string familyName)
    {
        Id = id;
        Slug = slug;
        Rename(givenName, familyName);
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    public string GivenName { get; private set; } = string.Empty;

    public string FamilyName { get; private set; } = string.Empty;

    /// <summary>Given and family name, as shown.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Folded "family given", the key that lists are sorted and paged by.</summary>
    public string SortName { get; private set; } = string.Empty;

    /// <summary>One line on who this is.</summary>
    public string Headline { get; private set; } = string.Empty;

    /// <summary>Markdown.</summary>
    public string About { get; private set; } = string.Empty;

    public DateOnly? AbsentFrom { get; private set; }

    /// <summary>Last day of absence.</summary>
    public DateOnly? AbsentUntil { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PersonLanguage> Languages => _languages;

    public IReadOnlyList<PersonProfession> Professions => _professions;

    public IReadOnlyList<PersonTopic> Topics => _topics;

    /// <summary>Parts of the city where the person is known and active.</summary>
    public IReadOnlyList<string> Districts => _districts;

    public void Rename(string givenName, string familyName)
    {
        (GivenName, FamilyName) = (givenName, familyName);
        Name = $"{givenName} {familyName}".Trim();
        SortName = Common.Slug.Fold($"{familyName} {givenName}".Trim());
    }

    public void Describe(string headline, string about, IEnumerable<string> districts)
    {
        (Headline, About) = (headline, about);
        _districts.Clear();
        _districts.AddRange(districts.Distinct());
    }

    public void Speak(string language, LanguageLevel level, LanguageUses uses)
    {
        _languages.RemoveAll(l => l.Code == language);
        _languages.Add(new PersonLanguage(Id, language, level, uses));
    }

    public void Practise(string title, string? degree) => _professions.Add(new PersonProfession(Id, title, degree));

    public void KnowAbout(Guid topicId, string note)
    {
        _topics.RemoveAll(t => t.TopicId == topicId);
        _topics.Add(new PersonTopic(Id, topicId, note));
    }

    public void BeAway(Period absence)
    {
        if (absence.IsReversed) throw new InvalidOperationException("An absence ends after it begins.");
        (AbsentFrom, AbsentUntil) = (absence.From, absence.Until);
    }
}
