using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>Sets the picture of the viewer's own page, or takes it away when there is none.</summary>
public sealed record PhotoChange(byte[]? Upload);

/// <inheritdoc cref="PhotoChange"/>
public sealed class PhotoChangeHandler
{
    /// <summary>In bytes; phones make pictures of 3 to 8 MB.</summary>
    public const int MaxUpload = 15 * 1024 * 1024;

    // A picture takes up to some hundred megabytes while it is scaled: one at a time.
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal PhotoChangeHandler(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    public async Task<Outcome<bool>> RunAsync(Viewer viewer, PhotoChange command, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } id) return new Outcome<bool>.NotFound();
        var person = await _db.People.FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null) return new Outcome<bool>.NotFound();
        if (command.Upload is { Length: 0 }) return new Outcome<bool>.Invalid("photo", Refusal.Empty);
        if (command.Upload is { Length: > MaxUpload }) return new Outcome<bool>.Invalid("photo", Refusal.PictureTooLarge);
        var image = command.Upload is { } upload ? await ScaleAsync(upload, cancellation) : null;
        if (command.Upload is not null && image is null) return new Outcome<bool>.Invalid("photo", Refusal.NotAPicture);
        await StoreAsync(id, image, cancellation);
        var now = _time.GetUtcNow();
        person.ShowPhoto(image is null ? null : now);
        person.Touch(now);
        await _db.SaveChangesAsync(cancellation);
        await _effect.TakeAsync([new Subject(SubjectKind.Person, id)], cancellation);
        return new Outcome<bool>.Done(image is not null);
    }

    private async Task StoreAsync(Guid person, byte[]? image, CancellationToken cancellation)
    {
        var stored = await _db.Photos.FirstOrDefaultAsync(p => p.PersonId == person, cancellation);
        if (image is null)
        {
            if (stored is not null) _db.Photos.Remove(stored);
        }
        else if (stored is null)
        {
            _db.Photos.Add(new PersonPhoto(person, image));
        }
        else
        {
            stored.Replace(image);
        }
    }

    private static async Task<byte[]?> ScaleAsync(byte[] upload, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => PhotoScaler.Scale(upload), cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }
}
