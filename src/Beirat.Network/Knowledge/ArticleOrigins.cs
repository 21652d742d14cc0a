using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>What articles come from. A further kind of origin is a line in each method.</summary>
internal sealed class ArticleOrigins(NetworkDb db, TimeProvider time)
{
    /// <summary>Null when there is none, or not for this viewer.</summary>
    public async Task<OriginLink?> LinkAsync(Viewer viewer, Subject? origin, CancellationToken cancellation) => origin switch
    {
        // Also one that was merged since: its address leads to where its posts are.
        // The id is written here, not by the database: each writes it in its own way.
        { Kind: SubjectKind.Discussion } from => await db.Discussions.VisibleTo(viewer, db, time.Today()).Where(d => d.Id == from.Id)
            .Select(d => new OriginLink(SubjectKind.Discussion, $"{from.Id}", d.Title, d.Language)).FirstOrDefaultAsync(cancellation),
        { Kind: SubjectKind.Event } from => await db.Events.Where(e => e.Id == from.Id)
            .Select(e => new OriginLink(SubjectKind.Event, e.Slug, e.Title, Languages.Default)).FirstOrDefaultAsync(cancellation),
        _ => null,
    };

    /// <summary>Who may read the origin at all: what was said among few is not published to many.</summary>
    public async Task<Audience> AudienceAsync(Subject? origin, CancellationToken cancellation) => origin is { Kind: SubjectKind.Discussion } from
        ? await db.Discussions.Where(d => d.Id == from.Id).Select(d => (Audience?)d.Audience).FirstOrDefaultAsync(cancellation) ?? Audience.Public
        : Audience.Public;
}

/// <summary>Articles that came from something, for the page of that.</summary>
public sealed class ArticlesFromQuery
{
    private const int Most = 10;

    private readonly NetworkDb _db;

    internal ArticlesFromQuery(NetworkDb db) => _db = db;

    public async Task<IReadOnlyList<ArticleVersion>> RunAsync(Viewer viewer, SubjectKind kind, Guid id, CancellationToken cancellation = default) =>
        await _db.Articles.VisibleTo(viewer).Where(a => a.OriginKind == kind && a.OriginId == id).OrderBy(a => a.PublishedAt).Take(Most)
            .Select(a => new ArticleVersion(a.Slug, a.Title, a.Language)).ToListAsync(cancellation);

    /// <summary>The subject of an event's slug, for an article about it.</summary>
    public async Task<Subject?> EventAsync(string slug, CancellationToken cancellation = default) =>
        await _db.Events.Where(e => e.Slug == slug).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancellation) is { } id ? new Subject(SubjectKind.Event, id) : null;
}
