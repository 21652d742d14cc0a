using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>Who is meant: somebody on record, or a new person by name. <see cref="Anyway"/>: also when somebody of that name is on record.</summary>
public sealed record PersonPick(Guid? PersonId, PersonName? NewName = null, bool Anyway = false);

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
        if (refusals.Count > 0) return (null, refusals);
        if (!pick.Anyway && await db.People.Namesakes(name).AnyAsync(cancellation))
            return (null, new Dictionary<string, Refusal> { ["person"] = Refusal.NamesakeOnRecord });
        return (await db.AddPersonAsync(name, cancellation), refusals);
    }

    /// <summary>Those of the same name, whatever its case and accents, and whichever of the two was typed first.</summary>
    public static IQueryable<Person> Namesakes(this IQueryable<Person> people, PersonName name)
    {
        string[] folded = [Slug.Fold($"{name.Family} {name.Given}"), Slug.Fold($"{name.Given} {name.Family}")];
        return people.Where(p => folded.Contains(p.SortName) && p.ErasedAt == null);
    }
}
