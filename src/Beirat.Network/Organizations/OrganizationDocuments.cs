using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>An organisation is a hit; its members' documents repeat its name and topics.</summary>
internal sealed class OrganizationDocuments : ISubjectDocuments
{
    public SubjectKind Kind => SubjectKind.Organization;

    public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
        db.Organizations.Select(o => o.Id).Paged(after, count).ToListAsync(cancellation);

    public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
    {
        var organizations = await db.Organizations.AsNoTracking().Include(o => o.Topics).Where(o => ids.Contains(o.Id)).ToListAsync(cancellation);
        return [.. organizations.Select(o => new IndexedDocument(
            new Subject(SubjectKind.Organization, o.Id), Audience.Public, Languages.Default, o.Name, RichTextRenderer.PlainText(o.Description))
        {
            Key = o.Slug,
            Topics = [.. o.Topics.Select(t => t.TopicId)],
            Organizations = [o.Id],
            Labels = string.Join(" · ", [o.ShortName, o.District, topics.NamesOf(o.Topics.Select(t => t.TopicId), Languages.Default)]),
        })];
    }

    public async Task<IReadOnlyList<Subject>> DependentsAsync(NetworkDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        [.. (await db.Memberships.Where(m => ids.Contains(m.OrganizationId)).Select(m => m.PersonId).Distinct().ToListAsync(cancellation))
            .Select(id => new Subject(SubjectKind.Person, id))];
}
