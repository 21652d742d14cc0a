using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Privacy;

/// <summary>Everything that is kept about the viewer. Nobody asks it for somebody else, staff neither.</summary>
public sealed class PersonalDataQuery
{
    private readonly NetworkDb _db;
    private readonly IReadOnlyList<IPersonalData> _sources;
    private readonly TimeProvider _time;

    internal PersonalDataQuery(NetworkDb db, IEnumerable<IPersonalData> sources, TimeProvider time) =>
        (_db, _sources, _time) = (db, [.. sources], time);

    /// <summary>Null when nobody is signed in.</summary>
    public async Task<PersonalExport?> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account || !await _db.Users.AnyAsync(a => a.Id == account, cancellation)) return null;
        var export = new PersonalExport(_time.GetUtcNow());
        foreach (var source in _sources) await source.ExportAsync(_db, new DataSubject(viewer.PersonId, [account]), export, cancellation);
        return export;
    }
}
