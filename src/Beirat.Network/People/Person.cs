using Beirat.Network.Common;
using Beirat.Network.Consents;

namespace Beirat.Network.People;

/// <summary>Somebody whom the portal shows, with what they chose to tell. Roles are dated records of their own.</summary>
public sealed class Person
{
    private readonly List<PersonLanguage> _languages = [];
    private readonly List<PersonProfession> _professions = [];
    private readonly List<PersonTopic> _topics = [];
    private readonly List<PersonExperience> _experience = [];
    private readonly List<Consent> _consents = [];
    private readonly List<string> _districts = [];
    private readonly List<string> _communities = [];

    private Person() { }

    public Person(Guid id, string slug, string givenName, string familyName)
    {
        Id = id;
        Slug = slug;
        Rename(givenName, familyName);
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    /// <summary>The id under which another system knows the person; importing it again updates the entry.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>When everything personal was erased; the empty row stays for what the person took part in.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

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

    /// <summary>Where the person is written to; shown to nobody but those whom they allow.</summary>
    public string Email { get; private set; } = string.Empty;

    public string Phone { get; private set; } = string.Empty;

    /// <summary>When and how the person is best asked, in their own words.</summary>
    public string AvailabilityNote { get; private set; } = string.Empty;

    public DateOnly? AbsentFrom { get; private set; }

    /// <summary>Last day of absence.</summary>
    public DateOnly? AbsentUntil { get; private set; }

    /// <summary>When the person's entry or what they allow was last changed.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>When the picture was last set; null when there is none. Part of its address, so that an old one is never shown.</summary>
    public DateTimeOffset? PhotoAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PersonLanguage> Languages => _languages;

    public IReadOnlyList<PersonProfession> Professions => _professions;

    public IReadOnlyList<PersonTopic> Topics => _topics;

    /// <summary>Parts of the city where the person is known and active.</summary>
    public IReadOnlyList<string> Districts => _districts;

    public IReadOnlyList<PersonExperience> Experience => _experience;

    /// <summary>Communities that the person chose to name, in their own words.</summary>
    public IReadOnlyList<string> Communities => _communities;

    /// <summary>The ledger of what the person allowed, old lines included.</summary>
    public IReadOnlyList<Consent> Consents => _consents;

    public bool IsAway(DateOnly today) => AbsentFrom <= today && AbsentUntil >= today;

    /// <summary>Notes a change: it counts the version up, and what search holds of an older version is shown to nobody.</summary>
    public void Touch(DateTimeOffset now) => ChangedAt = now;

    public void Rename(string givenName, string familyName)
    {
        (GivenName, FamilyName) = (givenName, familyName);
        Name = $"{givenName} {familyName}".Trim();
        SortName = Common.Slug.Fold($"{familyName} {givenName}".Trim());
    }

    public void Describe(string headline, string about) => (Headline, About) = (headline, about);

    public void BeReached(string email, string phone) => (Email, Phone) = (email, phone);

    public void Reach(IEnumerable<string> districts, IEnumerable<string> communities)
    {
        _districts.Clear();
        _districts.AddRange(districts.Distinct());
        _communities.Clear();
        _communities.AddRange(communities.Distinct());
    }

    public void Speak(string language, LanguageLevel level, LanguageUses uses)
    {
        _languages.RemoveAll(l => l.Code == language);
        _languages.Add(new PersonLanguage(Id, language, level, uses));
    }

    /// <summary>Replaces all languages; of two entries for one language the later counts.</summary>
    public void SpeakOnly(IEnumerable<SpokenLanguage> languages)
    {
        var wanted = languages.GroupBy(l => l.Code).ToDictionary(g => g.Key, g => g.Last());
        _languages.RemoveAll(l => !wanted.ContainsKey(l.Code));
        foreach (var language in wanted.Values)
        {
            if (_languages.Find(l => l.Code == language.Code) is { } known) known.Change(language.Level, language.Uses);
            else _languages.Add(new PersonLanguage(Id, language.Code, language.Level, language.Uses));
        }
    }

    public void Practise(string title, string? degree) => _professions.Add(new PersonProfession(Id, title, degree));

    public void PractiseOnly(IEnumerable<HeldProfession> professions)
    {
        _professions.Clear();
        foreach (var (title, degree) in professions) Practise(title, degree);
    }

    public void KnowAbout(Guid topicId, string note)
    {
        _topics.RemoveAll(t => t.TopicId == topicId);
        _topics.Add(new PersonTopic(Id, topicId, note));
    }

    /// <summary>Replaces all claims; of two entries for one topic the later counts.</summary>
    public void KnowOnly(IEnumerable<(Guid Topic, string Note)> claims)
    {
        var wanted = claims.GroupBy(c => c.Topic).ToDictionary(g => g.Key, g => g.Last().Note);
        _topics.RemoveAll(t => !wanted.ContainsKey(t.TopicId));
        foreach (var (topic, note) in wanted)
        {
            if (_topics.Find(t => t.TopicId == topic) is { } known) known.Say(note);
            else _topics.Add(new PersonTopic(Id, topic, note));
        }
    }

    public void ExperienceOnly(IEnumerable<ExperienceEntry> entries)
    {
        _experience.Clear();
        _experience.AddRange(entries.Select((e, i) => new PersonExperience(Id, i, e)));
    }

    public void BeAvailable(string note) => AvailabilityNote = note;

    public void BeAway(Period? absence)
    {
        if (absence is { IsReversed: true }) throw new InvalidOperationException("An absence ends after it begins.");
        (AbsentFrom, AbsentUntil) = (absence?.From, absence?.Until);
    }

    public void ShowPhoto(DateTimeOffset? at) => PhotoAt = at;

    internal void MoveTo(string slug) => Slug = slug;

    public void BeKnownAs(string? externalId) => ExternalId = externalId;

    /// <summary>Empties the entry for good. Its id stays, under an address that says nothing, so that seats and texts keep their count.</summary>
    public void Erase(DateTimeOffset now)
    {
        Rename(string.Empty, string.Empty);
        Describe(string.Empty, string.Empty);
        BeReached(string.Empty, string.Empty);
        BeAvailable(string.Empty);
        BeAway(null);
        Reach([], []);
        SpeakOnly([]);
        PractiseOnly([]);
        KnowOnly([]);
        ExperienceOnly([]);
        _consents.Clear();
        (Slug, ExternalId, PhotoAt, ChangedAt, ErasedAt) = ($"{Guid.NewGuid():N}", null, null, null, now);
    }

    /// <summary>Allows a part for a purpose and an audience; what was allowed before for that purpose ends with it.</summary>
    public void Allow(ProfileField field, ConsentPurpose purpose, Audience audience, ConsentTerms terms)
    {
        var today = DateOnly.FromDateTime(terms.At.InCity().DateTime);
        if (Allowed(field, purpose, today) is { } now && now.Audience == audience && now.Wording == terms.Wording && now.ExpiresOn == terms.ExpiresOn) return;
        Withdraw(field, purpose, terms.At);
        _consents.Add(new Consent(Id, field, purpose, audience, terms));
    }

    public void Withdraw(ProfileField field, ConsentPurpose purpose, DateTimeOffset now)
    {
        foreach (var consent in _consents.Where(c => c.Field == field && c.Purpose == purpose)) consent.Withdraw(now);
    }

    /// <summary>Allows the page to be found after the last role has ended.</summary>
    public void StayFindable(ConsentTerms terms)
    {
        Allow(ProfileField.Page, ConsentPurpose.AfterMandate, Audience.Public, terms);
        Touch(terms.At);
    }

    /// <summary>Ends everything that is allowed with a last day; what was to end earlier stays as it is.</summary>
    public void LeaveWith(DateOnly lastDay, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.InCity().DateTime);
        Withdraw(ProfileField.Page, ConsentPurpose.AfterMandate, now);
        foreach (var consent in _consents.Where(c => c.Holds(today) && !(c.ExpiresOn <= lastDay)).ToList())
        {
            consent.Withdraw(now);
            if (lastDay >= today) _consents.Add(new Consent(Id, consent.Field, consent.Purpose, consent.Audience, new ConsentTerms(consent.Wording, now, lastDay)));
        }

        Touch(now);
    }

    /// <summary>What is allowed today for a part and purpose; null: nothing.</summary>
    public Consent? Allowed(ProfileField field, ConsentPurpose purpose, DateOnly today) =>
        _consents.Find(c => c.Field == field && c.Purpose == purpose && c.Holds(today));
}
