using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Exchange;

/// <summary>
/// Reads people, their roles and seats from CSV. It gives no consent: what comes in is shown to nobody until the person
/// agrees. A line that is broken or breaks a rule is named and left out as a whole.
/// </summary>
public sealed class PersonImport
{
    private readonly IDbContextFactory<NetworkDb> _factory;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal PersonImport(IDbContextFactory<NetworkDb> factory, TopicDirectory topics, TimeProvider time) =>
        (_factory, _topics, _time) = (factory, topics, time);

    /// <summary>Streams: only a batch is in memory, in a dry run what would be added as well.</summary>
    /// <exception cref="InvalidDataException">The header cannot be used; nothing was written.</exception>
    public async Task<ExchangeReport> RunAsync(Stream file, ImportMode mode, CancellationToken cancellation = default)
    {
        var columns = PersonColumns.Of(await _topics.SchemeAsync(cancellation));
        var table = await CsvTable.OpenAsync(file, PersonColumns.Names(columns).ToHashSet(), PersonColumns.Required, cancellation);
        await using var run = new ImportRun<PersonSession>(_factory.CreateDbContext, db => new PersonSession(db, columns, _time), mode);
        await run.EachAsync(table.RowsAsync(cancellation), (session, rows, tally) => session.TakeAsync(rows, tally, cancellation), cancellation);
        return run.Tally.Report(table.Unknown.Select(c => $"the column \"{c}\" is not known and was passed over"));
    }
}
