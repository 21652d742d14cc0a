using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>The bytes of a person's picture, for those to whom the person shows it.</summary>
public sealed class PhotoQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal PhotoQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>A JPEG; null when there is none, or not for this viewer.</summary>
    public async Task<byte[]?> RunAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var showing = _db.PeopleShowing(ProfileField.Photo, viewer, today);
        var own = viewer.PersonId;
        return await (
            from person in _db.People.VisibleTo(viewer, _db, today)
            join photo in _db.Photos on person.Id equals photo.PersonId
            where person.Slug == slug && (showing.Contains(person.Id) || person.Id == own)
            select photo.Image).FirstOrDefaultAsync(cancellation);
    }
}
