using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>Who is meant: somebody on record, or a new person by name.</summary>
public sealed record PersonPick(Guid? PersonId, PersonName? NewName = null);

internal static class PickedPerson
{
    /// <summary>Somebody on record, or a new person, whom the caller saves; null with the fields to correct.</summary>
    public static async Task<(Person? Person, IReadOnlyDictionary<string, Refusal> Fields)> PersonAsync(
        this NetworkDb db, PersonPick pick, CancellationToken cancellation)
    {
        if (pick.PersonId is { } id)
        {
            var known = await db.People.FirstOrDefaultAsync(p => p.Id == id, cancellation);
            return (known, new Dictionary<string, Refusal> { ["person"] = Refusal.UnknownPerson });
        }

        if (pick.NewName is not { } given) return (null, new Dictionary<string, Refusal> { ["person"] = Refusal.Empty });
        var name = new PersonName(TextRules.Clean(given.Given), TextRules.Clean(given.Family));
        var refusals = name.Refusals();
        return refusals.Count > 0 ? (null, refusals) : (await db.AddPersonAsync(name, cancellation), refusals);
    }
}
