using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>A claim as its owner edits it.</summary>
public sealed record OwnTopic(Guid Topic, string Note);

/// <summary>The viewer's own profile, as it is stored. <see cref="Version"/> goes with every change.</summary>
public sealed record OwnProfile(
    int Version, string Slug, string Name, string Headline, string About, string Email, string Phone, string AvailabilityNote,
    DateOnly? AbsentFrom, DateOnly? AbsentUntil, DateTimeOffset? PhotoAt,
    IReadOnlyList<SpokenLanguage> Languages, IReadOnlyList<HeldProfession> Professions, IReadOnlyList<OwnTopic> Topics,
    IReadOnlyList<ExperienceEntry> Experience, IReadOnlyList<string> Districts, IReadOnlyList<string> Communities,
    IReadOnlyDictionary<ProfileField, Audience> Shown);

/// <inheritdoc cref="OwnProfile"/>
public sealed class OwnProfileQuery
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal OwnProfileQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Null for a viewer who is no person of the network.</summary>
    public async Task<OwnProfile?> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } id) return null;
        var today = _time.Today();
        var p = await _db.People.AsNoTracking().Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics)
            .Include(p => p.Experience).Include(p => p.Consents).FirstOrDefaultAsync(p => p.Id == id, cancellation);
        return p is null ? null : new OwnProfile(
            p.Version, p.Slug, p.Name, p.Headline, p.About, p.Email, p.Phone, p.AvailabilityNote, p.AbsentFrom, p.AbsentUntil, p.PhotoAt,
            [.. p.Languages.OrderByDescending(l => l.Level).Select(l => new SpokenLanguage(l.Code, l.Level, l.Uses))],
            [.. p.Professions.Select(x => new HeldProfession(x.Title, x.Degree))],
            [.. p.Topics.Select(t => new OwnTopic(t.TopicId, t.Note))],
            [.. p.Experience.OrderBy(e => e.Order).Select(e => e.Entry)], p.Districts, p.Communities,
            p.Consents.Where(c => c.Purpose == ConsentPurpose.Showing && c.Holds(today)).GroupBy(c => c.Field).ToDictionary(g => g.Key, g => g.First().Audience));
    }
}
