using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Data;

/// <summary>
/// Brings a database to the newest migration. The oldest steps are put together into one from time to time, under the name of the last of them:
/// a database goes on from there, an older one is refused before anything is changed.
/// </summary>
public static class Steps
{
    /// <summary>Takes all steps that are missing.</summary>
    /// <exception cref="InvalidDataException">The database is too old for this version, or belongs to a newer one. It was not changed.</exception>
    public static async Task TakeAsync(DbContext db, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToList();
        var taken = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (taken.Count > 0) Check(known, taken);
        await db.Database.MigrateAsync(cancellation);
    }

    // Names begin with their time, so they are in order.
    private static void Check(List<string> known, List<string> taken)
    {
        if (taken.FirstOrDefault(t => string.CompareOrdinal(t, known[^1]) > 0) is { } later)
        {
            throw new InvalidDataException(
                $"It belongs to a newer version of the portal (step {later}). Start that version, or put back the backup that was made before it.");
        }

        if (!taken.Contains(known[0]))
        {
            throw new InvalidDataException(
                $"It is too old for this version of the portal (last step {taken[^1]}). Start a version in between once, one whose last step is {known[0]}, and then this one.");
        }
    }
}
