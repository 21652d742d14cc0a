using System.Collections.Concurrent;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>
/// Names of people who write, kept for a day at most: every thread shows the same few. A change of a person or of
/// their roles forgets them all, so that somebody who leaves is not shown a moment longer than elsewhere.
/// </summary>
internal sealed class AuthorDirectory(TimeProvider time) : IChangeListener
{
    private const int MaxKept = 20_000;

    private volatile Kept _kept = new(default);

    public Task ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        if (subjects.Any(s => s.Kind is SubjectKind.Person or SubjectKind.Everything)) _kept = new(default);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyDictionary<Guid, PostAuthor>> OfAsync(NetworkDb db, IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var today = time.Today();
        // What is read now goes into what is kept now: a change meanwhile replaces it, and nothing stale is left behind.
        var kept = _kept.Day == today && _kept.Authors.Count < MaxKept ? _kept : _kept = new(today);
        var missing = people.Where(p => !kept.Authors.ContainsKey(p)).ToList();
        if (missing.Count > 0)
        {
            var known = db.People.VisibleTo(Viewer.Public, db, today).Select(p => p.Id);
            var found = await db.People.Where(p => missing.Contains(p.Id))
                .Select(p => new { p.Id, p.Name, Slug = known.Contains(p.Id) ? p.Slug : null }).ToListAsync(cancellation);
            foreach (var person in found) kept.Authors[person.Id] = new PostAuthor(person.Slug, person.Name);
        }

        return kept.Authors;
    }

    private sealed record Kept(DateOnly Day)
    {
        public ConcurrentDictionary<Guid, PostAuthor> Authors { get; } = [];
    }
}
