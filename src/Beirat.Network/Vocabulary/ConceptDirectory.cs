using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Vocabulary;

/// <summary>
/// All concepts: those that come with the portal, as staff changed them, and its topics. Made once for each state of the topics
/// and the changes; a change counts from the next question on.
/// </summary>
internal sealed class ConceptDirectory(TopicDirectory topics, IDbContextFactory<NetworkDb> factory) : IChangeListener
{
    private readonly Lock _making = new();
    private volatile Task<IReadOnlyList<ConceptEdit>>? _edits;
    private volatile Entry? _entry;

    /// <summary>For finding by name, with the words of the general list.</summary>
    public async Task<ConceptIndex> GetAsync(CancellationToken cancellation) => (await EntryAsync(cancellation)).Index.Value;

    /// <summary>For showing.</summary>
    public async Task<ConceptScheme> SchemeAsync(CancellationToken cancellation) => (await EntryAsync(cancellation)).Scheme.Value;

    Task IChangeListener.ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        if (subjects.Any(s => s.Kind is SubjectKind.Concept or SubjectKind.Everything)) _edits = null;
        return Task.CompletedTask;
    }

    private async Task<Entry> EntryAsync(CancellationToken cancellation)
    {
        var scheme = await topics.SchemeAsync(cancellation);
        var edits = await EditsAsync(cancellation);
        lock (_making)
        {
            // Whoever comes while it is being made waits for it instead of making it, too.
            if (_entry is { } entry && entry.Topics == scheme && entry.Edits == edits) return entry;
            var concepts = new Lazy<IReadOnlyList<Concept>>(() => Together(scheme, edits));
            return _entry = new Entry(
                scheme, edits, new(() => new ConceptIndex(concepts.Value, NameTable.OfGeneralWords)), new(() => new ConceptScheme(concepts.Value)));
        }
    }

    private async Task<IReadOnlyList<ConceptEdit>> EditsAsync(CancellationToken cancellation)
    {
        var edits = _edits ??= LoadAsync();
        try
        {
            return await edits.WaitAsync(cancellation);
        }
        catch when (edits.IsFaulted)
        {
            _edits = null;
            throw;
        }
    }

    private async Task<IReadOnlyList<ConceptEdit>> LoadAsync()
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.ConceptEdits.AsNoTracking().ToListAsync();
    }

    // A topic and a concept of one id are one thing.
    private static IReadOnlyList<Concept> Together(TopicScheme topics, IReadOnlyList<ConceptEdit> edits)
    {
        var concepts = ShippedVocabulary.Concepts.ToDictionary(c => c.Id);
        foreach (var edit in edits.Where(e => e.State != ConceptState.Shipped))
        {
            if (edit.State == ConceptState.Changed) concepts[edit.ConceptId] = edit.Read()!;
            else concepts.Remove(edit.ConceptId);
        }

        foreach (var topic in topics.ById.Values)
        {
            var known = concepts.GetValueOrDefault(topic.Slug);
            // The labels of a topic have no order of their own; of many names only the first are searched for, and those must always be the same.
            var names = topic.Names.OrderByDescending(n => topic.Preferred.GetValueOrDefault(n.Language) == n.Text).ThenBy(n => n.Text, StringComparer.Ordinal);
            concepts[topic.Slug] = (known ?? new Concept(topic.Slug, []) { Broader = Above(topic, topics) }) with
            {
                Names = [.. names.Concat(known?.Names ?? []).Distinct()], TopicId = topic.Id,
            };
        }

        return [.. concepts.Values];
    }

    private static string[] Above(TopicEntry topic, TopicScheme topics) =>
        topic.BroaderId is { } broader && topics.ById.TryGetValue(broader, out var entry) ? [entry.Slug] : [];

    private sealed record Entry(
        TopicScheme Topics, IReadOnlyList<ConceptEdit> Edits, Lazy<ConceptIndex> Index, Lazy<ConceptScheme> Scheme);
}
