using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>A name as it is typed in for somebody who is not on record yet.</summary>
public sealed record PersonName(string Given, string Family)
{
    public const int MaxLength = 100;

    /// <summary>What must be corrected, by field ("given", "family"); empty when the name can be stored.</summary>
    public IReadOnlyDictionary<string, Refusal> Refusals()
    {
        var refusals = new Dictionary<string, Refusal>();
        foreach (var (field, value) in new[] { ("given", Given), ("family", Family) })
        {
            if (value.Length == 0) refusals[field] = Refusal.Empty;
            else if (value.Length > MaxLength) refusals[field] = Refusal.TooLong;
            else if (!TextRules.IsWellFormed(value)) refusals[field] = Refusal.UnreadableText;
        }

        return refusals;
    }
}

internal static class NewPerson
{
    /// <summary>Puts a person on record under a slug of their own; the caller saves.</summary>
    public static async Task<Person> AddPersonAsync(this NetworkDb db, PersonName name, CancellationToken cancellation = default)
    {
        var id = Guid.CreateVersion7();
        var slug = Slug.From($"{name.Given} {name.Family}");
        if (await db.People.AnyAsync(p => p.Slug == slug, cancellation)) slug = $"{slug}-{id.ToString("N")[^6..]}";
        var person = new Person(id, slug, name.Given, name.Family);
        db.People.Add(person);
        return person;
    }
}
