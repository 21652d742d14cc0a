using System.Globalization;
using System.Text;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Import;

/// <summary>What an import did. <see cref="Faults"/> holds the first ones, by line.</summary>
public sealed record ImportReport(int Lines, int Added, int Updated, int Failed, IReadOnlyList<string> Faults);

/// <summary>Reads articles from JSON lines. A bad line is named and left out; the rest goes in.</summary>
public sealed class ArticleImport
{
    private const int BatchSize = 200;
    private const int MaxFaults = 100;

    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal ArticleImport(IDbContextFactory<NetworkDb> factory, TopicDirectory topics, TimeProvider time) =>
        (_factory, _topics, _time) = (factory, topics, time);

    /// <summary>Streams: only one batch is in memory. <paramref name="progress"/> hears the number of lines read.</summary>
    public async Task<ImportReport> RunAsync(Stream lines, IProgress<int>? progress, CancellationToken cancellation = default)
    {
        var report = new Report();
        var topics = new ImportTopics(await _topics.SchemeAsync(cancellation));
        var batch = new List<ArticleLine>(BatchSize);
        using var reader = new StreamReader(lines, new UTF8Encoding(false, throwOnInvalidBytes: false));
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            report.Lines++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (ArticleLine.Parse(line, report.Lines, topics, report.Fail) is { } article) batch.Add(article);
            if (batch.Count < BatchSize) continue;
            await SaveAsync(batch, report, cancellation);
            progress?.Report(report.Lines);
        }

        await SaveAsync(batch, report, cancellation);
        progress?.Report(report.Lines);
        return new ImportReport(report.Lines, report.Added, report.Updated, report.Failed, report.Faults);
    }

    private async Task SaveAsync(List<ArticleLine> batch, Report report, CancellationToken cancellation)
    {
        if (batch.Count == 0) return;
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var keys = batch.Select(l => l.Id).ToList();
        var known = await db.Articles.Include(a => a.Topics).Where(a => keys.Contains(a.ExternalId!)).ToDictionaryAsync(a => a.ExternalId!, cancellation);
        var slugs = await TakenSlugsAsync(db, batch, cancellation);
        foreach (var line in batch)
        {
            if (known.TryGetValue(line.Id, out var article))
            {
                // What staff took back stays taken back.
                if (article.State == ArticleState.Withdrawn) article.Revise(line.Text, _time.GetUtcNow());
                else if (article.Publish(line.Text, null, string.Empty, _time.GetUtcNow()) is { } replaced) db.ArticleRevisions.Add(replaced);
                report.Updated++;
            }
            else
            {
                var id = Guid.CreateVersion7();
                article = known[line.Id] = new Article(id, Free(line, id, slugs), line.Text, line.Date ?? _time.GetUtcNow());
                db.Articles.Add(article);
                report.Added++;
            }

            article.Document(line.Id, line.Source, article.ReviewOn);
            article.File(line.Topics);
        }

        await db.SaveChangesAsync(cancellation);
        batch.Clear();
    }

    private static async Task<HashSet<string>> TakenSlugsAsync(NetworkDb db, List<ArticleLine> batch, CancellationToken cancellation)
    {
        var wanted = batch.Select(l => Slug.From(l.Text.Title)).Distinct().ToList();
        return [.. await db.Articles.Where(a => wanted.Contains(a.Slug)).Select(a => a.Slug).ToListAsync(cancellation)];
    }

    private static string Free(ArticleLine line, Guid id, HashSet<string> taken)
    {
        var slug = Slug.From(line.Text.Title);
        return !ArticleSlugs.IsReserved(slug) && taken.Add(slug) ? slug : ArticleSlugs.Distinct(slug, id);
    }

    private sealed class Report
    {
        public int Lines { get; set; }

        public int Added { get; set; }

        public int Updated { get; set; }

        public int Failed { get; private set; }

        public List<string> Faults { get; } = [];

        public void Fail(int line, string reason)
        {
            Failed++;
            if (Faults.Count < MaxFaults) Faults.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}: {reason}"));
        }
    }
}
