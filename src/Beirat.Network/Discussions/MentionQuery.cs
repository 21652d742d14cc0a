using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Who can be called in a thread.</summary>
public sealed class MentionQuery
{
    /// <summary>Names offered while somebody types.</summary>
    public const int Offered = 8;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal MentionQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Names of people called in a text who do not read the thread.</summary>
    public async Task<IReadOnlyList<string>> OutsideAsync(Viewer viewer, Guid discussionId, string? text, CancellationToken cancellation = default) =>
        await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(d => d.Id == discussionId, cancellation) is { } discussion
            ? (await new MentionFinder(_db, _time).FindAsync(viewer, discussion, TextRules.Clean(text), cancellation)).Outside
            : [];

    /// <summary>People who read the thread and whose name begins with what was typed, or has a word that does. Null when the viewer may not write there.</summary>
    public async Task<IReadOnlyList<NamedPerson>?> SuggestAsync(Viewer viewer, Guid discussionId, string? typed, CancellationToken cancellation = default)
    {
        var discussion = await _db.Discussions.VisibleTo(viewer, _db, _time.Today()).AsNoTracking().FirstOrDefaultAsync(d => d.Id == discussionId, cancellation);
        if (discussion is null || discussion.RefusalToReply(viewer) is not null) return null;
        var words = SearchedName.Words(typed);
        if (words.Count == 0) return [];
        // Also of a public thread only those are offered who take part in the portal: others would be a list of everybody.
        var readers = discussion.Audience == Audience.Public && !discussion.IsCircle
            ? _db.ReadersOf(Audience.Organizations, _time.Today())
            : _db.ReadersOf(discussion, _time.Today());
        foreach (var word in words) readers = readers.Where(p => p.SortName.StartsWith(word) || p.SortName.Contains(" " + word));
        return await readers.Where(p => p.Id != viewer.PersonId).OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(Offered)
            .Select(p => new NamedPerson(p.Id, p.Slug, p.Name)).ToListAsync(cancellation);
    }
}
