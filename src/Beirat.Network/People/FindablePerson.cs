using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Endorsements;
using Beirat.Network.Organizations;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;

namespace Beirat.Network.People;

/// <summary>One person on the way into the index, level of trust by level of trust.</summary>
internal sealed class FindablePerson(
    Person person, IReadOnlyList<PersonRole> roles, IReadOnlyList<Consent> consents, IReadOnlyList<Endorsement> endorsements,
    IReadOnlyList<PersonAnswer> answers, bool seated, TopicScheme topics)
{
    private readonly Dictionary<ProfileField, Audience> _found = consents.Where(c => c.Purpose == ConsentPurpose.Finding)
        .GroupBy(c => c.Field).ToDictionary(g => g.Key, g => g.Min(c => c.Audience));

    public IEnumerable<IndexedDocument> Documents() => [.. Hits(), .. Claims(), .. Professions(), .. Roles(), .. Endorsed(), .. Answered()];

    /// <summary>The page itself; levels that may find it by the same parts share a document.</summary>
    private IEnumerable<IndexedDocument> Hits() => Audiences.All.Where(HasPage)
        .GroupBy(level => string.Join(',', _found.Where(f => f.Value <= level).Select(f => f.Key).Order()))
        .Select(levels => Hit(levels.First(), [.. levels]));

    private bool HasPage(Audience level) =>
        seated || (level == Audience.Staff && roles.Count > 0)
        || (roles.Count > 0 && Allows(ProfileField.Roles, ConsentPurpose.Showing, level))
        || Allows(ProfileField.Page, ConsentPurpose.AfterMandate, level);

    private bool Allows(ProfileField field, ConsentPurpose purpose, Audience level) =>
        consents.Any(c => c.Field == field && c.Purpose == purpose && c.Audience <= level);

    private bool Finds(ProfileField field, Audience level) => _found.TryGetValue(field, out var audience) && audience <= level;

    private IndexedDocument Hit(Audience level, IReadOnlyList<Audience> readers)
    {
        List<Guid> about = Finds(ProfileField.Topics, level) ? [.. person.Topics.Select(t => t.TopicId)] : [];
        return Document(readers, person.Name, string.Join("\n", Body(level))) with
        {
            Topics = about,
            Organizations = Finds(ProfileField.Roles, level) ? [.. roles.Select(r => r.OrganizationId).Distinct()] : [],
            Labels = string.Join(" · ", [.. Labels(level), topics.NamesOf(about, Languages.Default)]),
        };
    }

    private IEnumerable<string> Body(Audience level)
    {
        if (Finds(ProfileField.About, level))
        {
            yield return person.Headline;
            yield return RichTextRenderer.PlainText(person.About);
        }

        if (Finds(ProfileField.Topics, level)) foreach (var topic in person.Topics) yield return topic.Note;
        if (!Finds(ProfileField.Experience, level)) yield break;
        foreach (var entry in person.Experience) yield return $"{entry.Title} {entry.Place} {entry.Note}";
    }

    private IEnumerable<string> Labels(Audience level)
    {
        if (Finds(ProfileField.Professions, level))
            foreach (var profession in person.Professions) yield return $"{ProfessionScheme.AllForms(profession.Title)} {profession.Degree}".Trim();
        if (Finds(ProfileField.Roles, level)) foreach (var role in roles) yield return role.Organization;
        if (Finds(ProfileField.Districts, level)) foreach (var district in person.Districts) yield return district;
        if (Finds(ProfileField.Communities, level)) foreach (var community in person.Communities) yield return community;
    }

    private IEnumerable<IndexedDocument> Claims() => Evidence(ProfileField.Topics, EvidenceKind.Claim, person.Topics, t => t.TopicId, (hit, topic) => hit with
    {
        Title = topics.ById.GetValueOrDefault(topic.TopicId)?.In(Languages.Default).Label ?? string.Empty,
        Body = topic.Note, Topics = [topic.TopicId], Labels = topics.NamesOf([topic.TopicId], Languages.Default),
    });

    private IEnumerable<IndexedDocument> Professions() => Evidence(
        ProfileField.Professions, EvidenceKind.Profession, person.Professions, p => PersonProfession.SourceOf(p.Title), (hit, profession) => hit with
        {
            Title = profession.Title, Body = profession.Degree ?? string.Empty, Labels = ProfessionScheme.AllForms(profession.Title),
        });

    private IEnumerable<IndexedDocument> Roles() => Evidence(
        ProfileField.Roles, EvidenceKind.OrganizationRole, roles.Where(r => r.Kind != MembershipRole.Staff), r => r.Id, (hit, role) => hit with
        {
            Title = role.Organization, Body = RichTextRenderer.PlainText(role.Description), Key = role.Slug, Topics = role.Topics,
            Labels = topics.NamesOf(role.Topics, Languages.Default), Date = role.From,
        });

    // What others say about a topic speaks for somebody only where the person wants to be found by topics.
    private IEnumerable<IndexedDocument> Endorsed() => Evidence(ProfileField.Topics, EvidenceKind.Endorsement, endorsements, e => e.Id, (hit, e) => hit with
    {
        Title = topics.ById.GetValueOrDefault(e.TopicId)?.In(e.Language).Label ?? string.Empty, Language = e.Language,
        Body = e.Text, Topics = [e.TopicId], Labels = topics.NamesOf([e.TopicId], e.Language), Date = DateOnly.FromDateTime(e.At.InCity().DateTime),
    });

    // No word of what was asked: only its topics find it, and only where the person wants to be found by topics.
    private IEnumerable<IndexedDocument> Answered() => Evidence(ProfileField.Topics, EvidenceKind.AnsweredRequest, answers.Where(a => a.Topics.Count > 0), a => a.RequestId, (hit, answer) => hit with
    {
        Title = topics.NamesOf(answer.Topics, Languages.Default), Topics = answer.Topics, Labels = topics.NamesOf(answer.Topics, Languages.Default), Date = answer.Month,
    });

    private IEnumerable<IndexedDocument> Evidence<T>(
        ProfileField field, EvidenceKind kind, IEnumerable<T> values, Func<T, Guid> source, Func<IndexedDocument, T, IndexedDocument> make)
    {
        if (!_found.TryGetValue(field, out var audience)) return [];
        var levels = Audiences.From(audience).Where(HasPage).ToList();
        var empty = Document(levels, string.Empty, string.Empty);
        return levels.Count == 0 ? [] : values.Select(v => make(empty, v) with { Evidence = new EvidenceOf(person.Id, kind, source(v)) });
    }

    private IndexedDocument Document(IReadOnlyList<Audience> readers, string title, string body) =>
        new(new Subject(SubjectKind.Person, person.Id), readers.DefaultIfEmpty(Audience.Staff).Min(), Languages.Default, title, body)
        {
            Key = person.Slug, Readers = readers, Version = person.Version,
        };
}
