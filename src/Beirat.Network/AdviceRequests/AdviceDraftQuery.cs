using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>A version of the draft in a list.</summary>
public sealed record AdviceVersionCard(int Number, PostAuthor? By, DateTimeOffset At, bool IsNewest);

/// <summary>A remark with who made it.</summary>
public sealed record AdviceCommentView(Guid Id, int OnVersion, PostAuthor? By, DateTimeOffset At, string Text, DateTimeOffset? ResolvedAt, PostAuthor? ResolvedBy);

/// <summary>The joint draft for those who write it: the newest text, its versions, the remarks.</summary>
public sealed record AdviceDraftView(
    Guid RequestId, string Title, string Language, AdviceState State, int Number, string Text, string Html, string TextLanguage,
    IReadOnlyList<AdviceVersionCard> Versions, IReadOnlyList<AdviceCommentView> Comments)
{
    /// <summary>Files that go with the answer.</summary>
    public IReadOnlyList<AdviceFile> Files { get; init; } = [];

    /// <summary>How often they changed; who releases the answer has seen these.</summary>
    public int FileChanges { get; init; }

    public int OpenComments => Comments.Count(c => c.ResolvedAt is null);
}

/// <summary>Two versions beside each other, word by word.</summary>
public sealed record AdviceComparison(
    Guid RequestId, string Title, string RequestLanguage, string Language, AdviceVersionCard Older, AdviceVersionCard Newer, IReadOnlyList<DiffPart> Parts);

/// <summary>The draft, for those who write it and nobody else.</summary>
public sealed class AdviceDraftQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AdviceDraftQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Null when there is no such request, or the viewer does not write in it.</summary>
    public async Task<AdviceDraftView?> RunAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        if (await FindAsync(viewer, id, cancellation) is not { } request) return null;
        var versions = await _db.AdviceVersions.Where(v => v.RequestId == id).OrderByDescending(v => v.Number).Take(AdviceRules.MaxVersions)
            .Select(v => new { v.Number, v.ById, v.At }).ToListAsync(cancellation);
        var comments = await _db.AdviceComments.AsNoTracking().Where(c => c.RequestId == id).OrderBy(c => c.At).ThenBy(c => c.Id).Take(AdviceRules.MaxComments).ToListAsync(cancellation);
        var newest = await _db.AdviceVersions.AsNoTracking().FirstOrDefaultAsync(v => v.RequestId == id && v.Number == request.LastVersion, cancellation);
        var people = await PeopleAsync(viewer, [.. versions.Select(v => v.ById), .. comments.SelectMany(c => new[] { c.ById, c.ResolvedById })], cancellation);
        PostAuthor? Name(Guid? person) => person is { } by ? people.GetValueOrDefault(by) : null;
        return new AdviceDraftView(
            id, AdviceRules.TitleOf(request.Question), request.Language, request.State, request.LastVersion, newest?.Text ?? string.Empty, newest?.Html ?? string.Empty,
            newest?.Language ?? request.Language, [.. versions.Select(v => new AdviceVersionCard(v.Number, Name(v.ById), v.At, v.Number == request.LastVersion))],
            [.. comments.Select(c => new AdviceCommentView(c.Id, c.OnVersion, Name(c.ById), c.At, c.Text, c.ResolvedAt, Name(c.ResolvedById)))])
        {
            Files = [.. (await _db.FilesOfAsync(id, cancellation))[AdviceFilePart.Answer]], FileChanges = request.FileChanges,
        };
    }

    /// <summary>Null when one of the two is not there for this viewer, or they are the same.</summary>
    public async Task<AdviceComparison?> CompareAsync(Viewer viewer, Guid id, int one, int other, CancellationToken cancellation = default)
    {
        if (one == other || await FindAsync(viewer, id, cancellation) is not { } request) return null;
        var rows = await _db.AdviceVersions.AsNoTracking().Where(v => v.RequestId == id && (v.Number == one || v.Number == other)).OrderBy(v => v.Number).ToListAsync(cancellation);
        if (rows.Count < 2) return null;
        var people = await PeopleAsync(viewer, [.. rows.Select(v => v.ById)], cancellation);
        var cards = rows.ConvertAll(v => new AdviceVersionCard(v.Number, v.ById is { } by ? people.GetValueOrDefault(by) : null, v.At, v.Number == request.LastVersion));
        return new AdviceComparison(
            id, AdviceRules.TitleOf(request.Question), request.Language, rows[1].Language, cards[0], cards[1], WordDiff.Compare(rows[0].Text, rows[1].Text));
    }

    private async Task<AdviceRequest?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellation)
    {
        var request = await _db.AdviceRequests.VisibleTo(viewer, _db, _time.Today()).Include(r => r.Assignments).AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation);
        return request?.MayWrite(viewer) == true ? request : null;
    }

    private async Task<Dictionary<Guid, PostAuthor>> PeopleAsync(Viewer viewer, IReadOnlyCollection<Guid?> ids, CancellationToken cancellation)
    {
        var known = _db.People.VisibleTo(viewer, _db, _time.Today()).Select(p => p.Id);
        return await _db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, Slug = known.Contains(p.Id) ? p.Slug : null })
            .ToDictionaryAsync(p => p.Id, p => new PostAuthor(p.Slug, p.Name), cancellation);
    }
}
