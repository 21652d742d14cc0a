using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>What a list of members is narrowed to; null means all. A name is words that the person's name holds, whatever their order, case and accents.</summary>
public sealed record PersonFilter(string? Topic = null, string? Language = null, string? District = null, string? Name = null);

/// <summary>A person in a list, with what they show to the viewer.</summary>
public sealed record PersonCard(
    string Slug, string Name, string Headline, SeatFunction? Function, IReadOnlyList<string> Languages,
    IReadOnlyList<TopicLink> Topics, DateOnly? AbsentUntil, DateTimeOffset? PhotoAt);

/// <summary>The members of the council today, by name.</summary>
public sealed class PersonListQuery
{
    public const int PageSize = 40;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal PersonListQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>One page. <paramref name="after"/> is the slug of the last person already shown.</summary>
    public async Task<Page<PersonCard>> RunAsync(Viewer viewer, PersonFilter filter, string? after = null, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var names = await _topics.NamesAsync(cancellation);
        var people = _db.Members(today).Narrow(_db, viewer, filter, names, today);
        if (after is not null) people = After(people, after);
        var rows = await people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(PageSize + 1)
            // A few languages and topics each: one statement with some repeated columns beats three that filter anew.
            .Include(p => p.Languages).Include(p => p.Topics).AsSingleQuery().AsNoTracking().ToListAsync(cancellation);
        var shown = rows.Take(PageSize).ToList();
        var ids = shown.ConvertAll(p => p.Id);
        var (functions, discloses) = await _db.StandingOfAsync(ids, viewer, today, cancellation);
        var cards = shown.ConvertAll(p => new PersonCard(
            p.Slug, p.Name, discloses.Text(p.Id, ProfileField.About, p.Headline), functions[p.Id].FirstOrDefault(),
            discloses.List(p.Id, ProfileField.Languages, p.Languages.Select(l => l.Code)),
            names.Links(discloses.List(p.Id, ProfileField.Topics, p.Topics.Select(t => t.TopicId))),
            discloses.Shows(p.Id, ProfileField.Availability) && p.IsAway(today) ? p.AbsentUntil : null,
            discloses.Shows(p.Id, ProfileField.Photo) ? p.PhotoAt : null));
        return new Page<PersonCard>(cards, rows.Count > PageSize ? cards[^1].Slug : null);
    }

    /// <summary>The languages that members show to the viewer, for the filter.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var showing = _db.PeopleShowing(ProfileField.Languages, viewer, today);
        return await _db.Members(today).Where(p => showing.Any(id => id == p.Id)).SelectMany(p => p.Languages).Select(l => l.Code).Distinct().ToListAsync(cancellation);
    }

    /// <summary>The districts that members show to the viewer, for the filter.</summary>
    public async Task<IReadOnlyList<string>> DistrictsAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var showing = _db.PeopleShowing(ProfileField.Districts, viewer, today);
        // SQLite cannot unfold a list inside a query.
        var districts = await _db.Members(today).Where(p => showing.Any(id => id == p.Id)).Select(p => p.Districts).Distinct().ToListAsync(cancellation);
        return [.. districts.SelectMany(d => d).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)];
    }

    // The last one is looked up by the same statement; a slug that nobody has begins anew.
    private IQueryable<Person> After(IQueryable<Person> people, string slug)
    {
        var last = _db.People.Where(p => p.Slug == slug);
        return people.Where(p => !last.Any()
            || string.Compare(p.SortName, last.Select(l => l.SortName).First()) > 0
            || (p.SortName == last.Select(l => l.SortName).First() && p.Id.CompareTo(last.Select(l => l.Id).First()) > 0));
    }
}
