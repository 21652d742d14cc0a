using System.Globalization;
using System.Text.RegularExpressions;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Operations;

/// <summary>Looks for what is wrong: in the database, in the search index, in links between texts.</summary>
public sealed partial class NetworkCheck
{
    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly INetworkStore _store;
    private readonly SearchFolder _folder;

    internal NetworkCheck(IDbContextFactory<NetworkDb> factory, INetworkStore store, SearchFolder folder) =>
        (_factory, _store, _folder) = (factory, store, folder);

    /// <summary>Everything that is wrong, a line each; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation = default)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any()) return ["database: migrations are missing; run migrate"];
        return
        [
            .. (await _store.FindFaultsAsync(cancellation)).Select(f => $"database: {f}"),
            .. await GapsAsync(db, cancellation),
            .. IndexCheck.Run(_folder),
            .. await BrokenLinksAsync(db, cancellation),
        ];
    }

    /// <summary>Sequence numbers without gaps, and the last one known to the discussion.</summary>
    private static async Task<IEnumerable<string>> GapsAsync(NetworkDb db, CancellationToken cancellation)
    {
        // The posts of a merged thread are in another one; its numbers are not given again.
        var wrong = await db.Discussions.Where(d => d.MergedIntoId == null).Select(d => new
        {
            d.Id,
            d.LastSequence,
            Posts = db.Posts.LongCount(p => p.DiscussionId == d.Id),
            Highest = db.Posts.Where(p => p.DiscussionId == d.Id).Max(p => (long?)p.Sequence) ?? 0,
        }).Where(d => d.Posts != d.LastSequence || d.Highest != d.LastSequence).ToListAsync(cancellation);
        return wrong.Select(d => string.Create(CultureInfo.InvariantCulture,
            $"discussion {d.Id}: {d.Posts} posts, highest number {d.Highest}, expected {d.LastSequence}"));
    }

    private static async Task<List<string>> BrokenLinksAsync(NetworkDb db, CancellationToken cancellation)
    {
        var slugs = (await db.Articles.Select(a => a.Slug).ToListAsync(cancellation)).ToHashSet();
        var broken = new List<string>();
        await foreach (var article in db.Articles.Where(a => a.Html.Contains("href=\"/wissen/"))
            .Select(a => new { a.Slug, a.Html }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            broken.AddRange(ArticleLinks().Matches(article.Html).Select(m => m.Groups[1].Value).Where(slug => !slugs.Contains(slug) && !ArticleSlugs.IsReserved(slug))
                .Select(slug => $"article {article.Slug}: links to /wissen/{slug}, which does not exist"));
        }

        return broken;
    }

    [GeneratedRegex("href=\"/wissen/([a-z0-9-]+)")]
    private static partial Regex ArticleLinks();
}
