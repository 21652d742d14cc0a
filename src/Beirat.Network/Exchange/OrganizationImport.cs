using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Exchange;

/// <summary>Reads organisations from CSV. What they are to each other is read last, because a line may speak of a later one.</summary>
public sealed class OrganizationImport
{
    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal OrganizationImport(IDbContextFactory<NetworkDb> factory, TopicDirectory topics, TimeProvider time) =>
        (_factory, _topics, _time) = (factory, topics, time);

    /// <summary>Streams; only what lines say of other organisations is kept until the end.</summary>
    /// <exception cref="InvalidDataException">The header cannot be used; nothing was written.</exception>
    public async Task<ExchangeReport> RunAsync(Stream file, ImportMode mode, CancellationToken cancellation = default)
    {
        var columns = OrganizationColumns.Of(await _topics.SchemeAsync(cancellation));
        var table = await CsvTable.OpenAsync(file, OrganizationColumns.Names(columns).ToHashSet(), OrganizationColumns.Required, cancellation);
        var links = new List<OrganizationLinks>();
        await using var run = new ImportRun<OrganizationSession>(
            _factory.CreateDbContext, db => new OrganizationSession(db, columns, _time.Today()), mode);
        await run.EachAsync(table.RowsAsync(cancellation), async (session, rows, tally) =>
        {
            var went = await session.TakeAsync(rows, tally, cancellation);
            links.RemoveAll(l => went.Any(w => w.Line == l.Line));
            links.AddRange(went);
        }, cancellation);
        await run.EachAsync(links.ToAsyncEnumerable(), (session, batch, tally) => session.LinkAsync(batch, tally, cancellation), cancellation);
        return run.Tally.Report(table.Unknown.Select(c => $"the column \"{c}\" is not known and was passed over"));
    }
}

/// <summary>What a line says of other organisations; null where it says nothing.</summary>
internal sealed record OrganizationLinks(int Line, string Id, string? PartOf, IReadOnlyList<RelationCell>? Relations);
