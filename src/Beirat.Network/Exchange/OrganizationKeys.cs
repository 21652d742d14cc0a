using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Exchange;

/// <summary>Finds organisations that a file speaks of: by its own id, the portal's id or the last part of the address.</summary>
internal sealed class OrganizationKeys(NetworkDb db)
{
    private readonly Dictionary<string, Guid> _ids = [];

    /// <exception cref="FormatException">There is none.</exception>
    public Guid Find(string key) => _ids.TryGetValue(key, out var id) ? id : throw new FormatException($"there is no organisation \"{key}\"");

    public void Add(string key, Guid id) => _ids[key] = id;

    /// <summary>One query for all that are not known yet.</summary>
    public async Task LookUpAsync(IEnumerable<string> keys, CancellationToken cancellation)
    {
        var wanted = keys.Distinct().Where(k => !_ids.ContainsKey(k)).ToList();
        if (wanted.Count == 0) return;
        var own = wanted.Select(CellParts.OwnId).OfType<Guid>().ToList();
        var found = await db.Organizations.Where(o => wanted.Contains(o.ExternalId!) || own.Contains(o.Id) || wanted.Contains(o.Slug))
            .Select(o => new { o.Id, o.ExternalId, o.Slug }).ToListAsync(cancellation);
        // An id of the file is meant before an address that happens to be the same.
        foreach (var o in found) _ids.TryAdd(o.Slug, o.Id);
        foreach (var o in found) _ids[o.Id.ToString("D")] = o.Id;
        foreach (var o in found.Where(o => o.ExternalId is not null)) _ids[o.ExternalId!] = o.Id;
    }
}
