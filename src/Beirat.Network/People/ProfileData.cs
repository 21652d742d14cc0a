using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>What somebody tells about themselves, whom they show it to, and their picture.</summary>
internal sealed class ProfileData(TimeProvider time) : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var person = await Whole(db, who).AsNoTracking().FirstOrDefaultAsync(cancellation);
        var topics = person?.Topics.Select(t => t.TopicId).ToList() ?? [];
        var labels = await db.Topics.Where(t => topics.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Slug, cancellation);
        export.Add("profile", person is null ? [] : [Profile(person)]);
        export.Add("languages", (person?.Languages ?? []).Select(l => new PersonalEntry().With("language", l.Code).With("level", l.Level).With("uses", l.Uses)));
        export.Add("professions", (person?.Professions ?? []).Select(p => new PersonalEntry().With("title", p.Title).With("degree", p.Degree)));
        export.Add("topics", (person?.Topics ?? []).Select(t => new PersonalEntry().With("topic", labels.GetValueOrDefault(t.TopicId)).With("note", t.Note)));
        export.Add("experience", (person?.Experience ?? []).OrderBy(e => e.Order).Select(e => new PersonalEntry()
            .With("title", e.Title).With("place", e.Place).With("from", e.FromYear).With("until", e.UntilYear).With("note", e.Note)));
        export.Add("consents", (person?.Consents ?? []).OrderBy(c => c.GivenAt).Select(c => new PersonalEntry()
            .With("field", c.Field).With("purpose", c.Purpose).With("audience", c.Audience).With("wording", c.Wording)
            .With("givenAt", c.GivenAt).With("expiresOn", c.ExpiresOn).With("withdrawnAt", c.WithdrawnAt)));
        if (await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.PersonId == who.PersonId, cancellation) is { } photo) export.Attach("foto.jpg", photo.Image);
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        db.Photos.RemoveRange(await db.Photos.Where(p => p.PersonId == who.PersonId).ToListAsync(cancellation));
        if (await Whole(db, who).FirstOrDefaultAsync(cancellation) is { } person) person.Erase(time.GetUtcNow());
    }

    private static IQueryable<Person> Whole(NetworkDb db, DataSubject who) => db.People
        .Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics).Include(p => p.Experience).Include(p => p.Consents)
        .Where(p => p.Id == who.PersonId);

    private static PersonalEntry Profile(Person person) => new PersonalEntry()
        .With("givenName", person.GivenName).With("familyName", person.FamilyName).With("address", person.Slug).With("idElsewhere", person.ExternalId)
        .With("email", person.Email).With("phone", person.Phone).With("headline", person.Headline).With("about", person.About)
        .With("districts", string.Join(", ", person.Districts)).With("communities", string.Join(", ", person.Communities))
        .With("availability", person.AvailabilityNote).With("absentFrom", person.AbsentFrom).With("absentUntil", person.AbsentUntil)
        .With("photoAt", person.PhotoAt).With("changedAt", person.ChangedAt);
}
