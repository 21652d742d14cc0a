using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Consents;

/// <summary>A part of the viewer's profile and who sees it. <see cref="Content"/> is a glimpse of what is there; empty: nothing.</summary>
public sealed record FieldVisibility(ProfileField Field, string Content, Audience? Audience, bool Findable, DateTimeOffset? Since, DateOnly? ExpiresOn);

/// <summary>A line of the ledger, as it stays.</summary>
public sealed record ConsentLine(
    ProfileField Field, ConsentPurpose Purpose, Audience Audience, int Wording, DateTimeOffset GivenAt, DateOnly? ExpiresOn, DateTimeOffset? WithdrawnAt, bool Holds);

/// <summary>What the viewer shows to whom, and the ledger of it, newest first.</summary>
public sealed record VisibilityView(string Slug, IReadOnlyList<FieldVisibility> Fields, IReadOnlyList<ConsentLine> Ledger, bool HasMore);

/// <inheritdoc cref="VisibilityView"/>
public sealed class VisibilityQuery
{
    private const int LinesShown = 200;
    private const int GlimpseLength = 90;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal VisibilityQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Null for a viewer who is nobody's account.</summary>
    public async Task<VisibilityView?> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } id) return null;
        var person = await _db.People.AsNoTracking().Where(p => p.Id == id)
            .Include(p => p.Consents).Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics).Include(p => p.Experience)
            .FirstOrDefaultAsync(cancellation);
        if (person is null) return null;
        var roles = await (from m in _db.Memberships
                           join o in _db.Organizations on m.OrganizationId equals o.Id
                           where m.PersonId == id
                           orderby m.From descending
                           select o.Name).Take(5).ToListAsync(cancellation);
        var today = _time.Today();
        var lines = person.Consents.OrderByDescending(c => c.GivenAt).ThenBy(c => c.Field).Take(LinesShown + 1).ToList();
        return new VisibilityView(
            person.Slug, [.. ProfileFields.All.Select(f => Field(person, f, roles, today))],
            [.. lines.Take(LinesShown).Select(c => new ConsentLine(
                c.Field, c.Purpose, c.Audience, c.Wording, c.GivenAt, c.ExpiresOn, c.WithdrawnAt, c.Holds(today)))],
            lines.Count > LinesShown);
    }

    private static FieldVisibility Field(Person person, ProfileField field, List<string> roles, DateOnly today)
    {
        var shown = person.Allowed(field, ConsentPurpose.Showing, today);
        var found = person.Allowed(field, ConsentPurpose.Finding, today);
        return new FieldVisibility(
            field, Excerpt.Beginning(Content(person, field, roles), GlimpseLength), shown?.Audience, found is not null, shown?.GivenAt, shown?.ExpiresOn);
    }

    private static string Content(Person person, ProfileField field, List<string> roles) => field switch
    {
        ProfileField.About => person.Headline.Length > 0 ? person.Headline : RichTextRenderer.PlainText(person.About),
        ProfileField.Email => person.Email,
        ProfileField.Phone => person.Phone,
        ProfileField.Languages => string.Join(", ", person.Languages.Select(l => l.Code)),
        ProfileField.Professions => string.Join(", ", person.Professions.Select(p => p.Title)),
        ProfileField.Topics => string.Join(" ", person.Topics.Select(t => t.Note)),
        ProfileField.Experience => string.Join(", ", person.Experience.Select(e => e.Title)),
        ProfileField.Districts => string.Join(", ", person.Districts),
        ProfileField.Communities => string.Join(", ", person.Communities),
        ProfileField.Roles => string.Join(", ", roles),
        ProfileField.Availability => person.AvailabilityNote,
        ProfileField.Photo => person.PhotoAt?.InCity().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty,
        _ => string.Empty,
    };
}
