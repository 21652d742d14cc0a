using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Topics;

namespace Beirat.Network.Search;

/// <summary>How one kind of subject becomes documents. Each searched feature has one.</summary>
internal interface ISubjectDocuments
{
    SubjectKind Kind { get; }

    /// <summary>All ids of this kind, in a stable order, after <paramref name="after"/>.</summary>
    Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation);

    /// <summary>The documents of these subjects. A subject that is gone yields none.</summary>
    Task<IReadOnlyList<IndexedDocument>> OfAsync(NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation);

    /// <summary>Subjects of other kinds whose documents repeat something of these.</summary>
    Task<IReadOnlyList<Subject>> DependentsAsync(NetworkDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Subject>>([]);
}

internal static class Ids
{
    /// <summary>Keyset paging over ids.</summary>
    public static IQueryable<Guid> Paged(this IQueryable<Guid> ids, Guid? after, int count)
    {
        var rest = after is { } last ? ids.Where(id => id.CompareTo(last) > 0) : ids;
        return rest.OrderBy(id => id).Take(count);
    }
}

internal static class TopicLabels
{
    /// <summary>The names of the topics in the language of the text; other languages find it by the concept, which can be taken away.</summary>
    public static string NamesOf(this TopicScheme topics, IEnumerable<Guid> ids, string language) =>
        string.Join(" · ", ids.Select(id => topics.ById.GetValueOrDefault(id)).OfType<TopicEntry>().Select(t => t.In(language).Label).Distinct());
}
