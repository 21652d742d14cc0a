using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Vocabulary;

/// <summary>A concept in the list of staff.</summary>
public sealed record ConceptRow(string Id, string Label, ConceptState State, bool IsDefined);

/// <summary>Concepts that were asked for; <see cref="HasMore"/> when there are more than are shown.</summary>
public sealed record ConceptRows(IReadOnlyList<ConceptRow> Rows, bool HasMore, int All);

/// <summary>A concept as staff changes it. <see cref="IsShipped"/> when there is a version to go back to.</summary>
public sealed record ConceptStaffView(
    string Id, string Label, int Version, ConceptState State, bool IsShipped, string? TopicSlug, ConceptDraft Draft, DateTimeOffset? At, string? By);

/// <summary>The vocabulary for staff.</summary>
public sealed class ConceptStaffQuery
{
    public const int Shown = 50;

    private readonly NetworkDb _db;
    private readonly ConceptDirectory _concepts;

    internal ConceptStaffQuery(NetworkDb db, ConceptDirectory concepts) => (_db, _concepts) = (db, concepts);

    /// <summary>Concepts by any of their names; without words those that staff changed, newest first. Empty for everybody else.</summary>
    public async Task<ConceptRows> RunAsync(Viewer viewer, string? text, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new ConceptRows([], false, 0);
        var scheme = await _concepts.SchemeAsync(cancellation);
        var rows = text is null ? await ChangedAsync(scheme, cancellation) : await FoundAsync(scheme, text, cancellation);
        return new ConceptRows([.. rows.Take(Shown)], rows.Count > Shown, scheme.ById.Count);
    }

    /// <summary>Null when there is no such concept, or for everybody else.</summary>
    public async Task<ConceptStaffView?> OneAsync(Viewer viewer, string id, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return null;
        var edit = await _db.ConceptEdits.AsNoTracking().FirstOrDefaultAsync(e => e.ConceptId == id, cancellation);
        var shipped = ShippedVocabulary.Find(id);
        var shown = (await _concepts.SchemeAsync(cancellation)).ById.GetValueOrDefault(id);
        // Of a topic only what belongs to the concept is changed here; its own names are kept with the topic.
        if ((edit?.Read() ?? shipped ?? shown) is not { } concept) return null;
        var by = edit?.ByPersonId is { } person
            ? await _db.People.Where(p => p.Id == person).Select(p => p.Name).FirstOrDefaultAsync(cancellation)
            : null;
        return new ConceptStaffView(
            id, concept.In(Languages.Default).Text, edit?.Version ?? 0, edit?.State ?? ConceptState.Shipped, shipped is not null,
            shown?.TopicId is null ? null : id, ConceptDraft.Of(concept), edit?.At, by);
    }

    private async Task<List<ConceptRow>> ChangedAsync(ConceptScheme scheme, CancellationToken cancellation)
    {
        var edits = await _db.ConceptEdits.AsNoTracking().Where(e => e.State != ConceptState.Shipped)
            .OrderByDescending(e => e.At).ThenBy(e => e.Id).Take(Shown + 1).ToListAsync(cancellation);
        return [.. edits.Select(e => Row(Of(e, scheme), e.State))];
    }

    private async Task<List<ConceptRow>> FoundAsync(ConceptScheme scheme, string text, CancellationToken cancellation)
    {
        var found = scheme.Find(text).Take(Shown + 1).ToList();
        var ids = found.Select(c => c.Id).ToList();
        var states = await _db.ConceptEdits.Where(e => ids.Contains(e.ConceptId)).ToDictionaryAsync(e => e.ConceptId, e => e.State, cancellation);
        // What was removed is in no scheme any more, but must be found to be brought back.
        var id = Slug.From(text);
        var removed = await _db.ConceptEdits.AsNoTracking().Where(e => e.State == ConceptState.Removed && e.ConceptId.StartsWith(id))
            .OrderBy(e => e.ConceptId).Take(Shown).ToListAsync(cancellation);
        return [.. removed.Select(e => Row(Of(e, scheme), e.State)), .. found.Where(c => removed.All(e => e.ConceptId != c.Id)).Select(c => Row(c, states.GetValueOrDefault(c.Id)))];
    }

    private static Concept Of(ConceptEdit edit, ConceptScheme scheme) =>
        scheme.ById.GetValueOrDefault(edit.ConceptId) ?? edit.Read() ?? ShippedVocabulary.Find(edit.ConceptId) ?? new Concept(edit.ConceptId, []);

    private static ConceptRow Row(Concept concept, ConceptState state) =>
        new(concept.Id, concept.In(Languages.Default).Text, state, concept.Definitions.Count > 0);
}
