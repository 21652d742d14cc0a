using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>A person is a hit; what they claim, work as and do in organisations is evidence for them.</summary>
internal sealed class PersonDocuments(TimeProvider time) : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Person;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.People.Select(p => p.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var today = time.Today();
        // Only those who may be found by everybody: a person without a role today is in no index.
        var people = await db.People.VisibleTo(Viewer.Public, db, today).AsNoTracking()
            .Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics)
            .Where(p => ids.Contains(p.Id)).ToListAsync(cancellation);
        var roles = await (
            from m in db.Memberships
            join o in db.Organizations on m.OrganizationId equals o.Id
            where ids.Contains(m.PersonId) && m.From <= today && (m.Until == null || m.Until >= today)
            select new Role(m.PersonId, o.Slug, o.Name, o.Description, m.Role, m.From, o.Topics.Select(t => t.TopicId).ToList()))
            .ToListAsync(cancellation);
        var rolesOf = roles.ToLookup(r => r.PersonId);
        return [.. people.SelectMany(p => Of(p, [.. rolesOf[p.Id]], topics))];
    }

    private static IEnumerable<IndexedDocument> Of(Person person, IReadOnlyList<Role> roles, TopicScheme topics)
    {
        var subject = new Subject(SubjectKind.Person, person.Id);
        var about = person.Topics.Select(t => t.TopicId).ToList();
        var professions = string.Join(" · ", person.Professions.Select(p => $"{p.Title} {p.Degree}".Trim()));
        var hit = new IndexedDocument(subject, Audience.Public, Languages.Default, person.Name,
            string.Join("\n", [person.Headline, RichTextRenderer.PlainText(person.About), .. person.Topics.Select(t => t.Note)]))
        {
            Key = person.Slug,
            Topics = about,
            Labels = string.Join(" · ", [professions, .. roles.Select(r => r.Organization), .. person.Districts, topics.NamesOf(about, Languages.Default)]),
        };
        yield return hit;
        foreach (var topic in person.Topics)
        {
            var name = topics.ById.GetValueOrDefault(topic.TopicId)?.In(Languages.Default).Label ?? string.Empty;
            yield return hit with
            {
                Title = name, Body = topic.Note, Topics = [topic.TopicId], Labels = topics.NamesOf([topic.TopicId], Languages.Default),
                Evidence = new EvidenceOf(person.Id, EvidenceKind.Claim),
            };
        }

        foreach (var profession in person.Professions)
        {
            yield return hit with
            {
                Title = profession.Title, Body = profession.Degree ?? string.Empty, Topics = [], Labels = string.Empty,
                Evidence = new EvidenceOf(person.Id, EvidenceKind.Profession),
            };
        }

        foreach (var role in roles.Where(r => r.Kind != MembershipRole.Staff))
        {
            yield return hit with
            {
                Title = role.Organization, Body = RichTextRenderer.PlainText(role.Description), Key = role.Slug, Topics = role.Topics,
                Labels = topics.NamesOf(role.Topics, Languages.Default), Date = role.From,
                Evidence = new EvidenceOf(person.Id, EvidenceKind.OrganizationRole),
            };
        }
    }

    private sealed record Role(
        Guid PersonId, string Slug, string Organization, string Description, MembershipRole Kind, DateOnly From, List<Guid> Topics);
}
