using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Consents;

/// <summary>Which parts of which profiles a viewer may see. What it does not name is not shown, staff included.</summary>
internal sealed class Disclosure
{
    private readonly ILookup<Guid, ProfileField> _fields;
    private readonly Guid? _self;

    private Disclosure(ILookup<Guid, ProfileField> fields, Guid? self) => (_fields, _self) = (fields, self);

    /// <summary>Reads what these people show to the viewer today. Everybody sees all of their own.</summary>
    public static async Task<Disclosure> OfAsync(
        NetworkDb db, IReadOnlyCollection<Guid> people, Viewer viewer, DateOnly today, CancellationToken cancellation)
    {
        var shown = await db.Shown(people, viewer, today).Select(c => new { c.PersonId, c.Field }).ToListAsync(cancellation);
        return Of(shown.ToLookup(c => c.PersonId, c => c.Field), viewer);
    }

    /// <summary>Of what was read by <see cref="ConsentVisibility.Shown"/> for this viewer, and by nothing else.</summary>
    public static Disclosure Of(ILookup<Guid, ProfileField> shown, Viewer viewer) => new(shown, viewer.PersonId);

    public bool Shows(Guid person, ProfileField field) => person == _self || _fields[person].Contains(field);

    /// <summary>The value when the part is shown, else nothing.</summary>
    public string Text(Guid person, ProfileField field, string text) => Shows(person, field) ? text : string.Empty;

    /// <summary>The values when the part is shown, else none.</summary>
    public IReadOnlyList<T> List<T>(Guid person, ProfileField field, IEnumerable<T> values) => Shows(person, field) ? [.. values] : [];
}
