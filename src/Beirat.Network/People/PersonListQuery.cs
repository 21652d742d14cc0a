using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.People;

/// <summary>What a list of members is narrowed to; null means all.</summary>
public sealed record PersonFilter(string? Topic = null, string? Language = null, string? District = null);

/// <summary>A person in a list.</summary>
public sealed record PersonCard(
    string Slug, string Name, string Headline, SeatFunction? Function, IReadOnlyList<string> Languages,
    IReadOnlyList<TopicLink> Topics, DateOnly? AbsentUntil);

/// <summary>The members of the council today, by name.</summary>
public sealed class PersonListQuery
{
    public const int PageSize = 40;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal PersonListQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>One page. <paramref name="after"/> is the slug of the last person already shown.</summary>
    public async Task<Page<PersonCard>> RunAsync(PersonFilter filter, string? after = null, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        var names = await _topics.NamesAsync(cancellation);
        var people = Narrow(Members(today), filter, names);
        if (after is not null) people = await After(people, after, cancellation);
        var rows = await people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(PageSize + 1).Select(p => new
        {
            p.Slug,
            p.Name,
            p.Headline,
            p.AbsentFrom,
            p.AbsentUntil,
            Functions = _db.FunctionsOf(p.Id, today).ToList(),
            Languages = p.Languages.Select(l => l.Code).ToList(),
            Topics = p.Topics.Select(t => t.TopicId).ToList(),
        }).AsNoTracking().ToListAsync(cancellation);
        var cards = rows.Take(PageSize).Select(p => new PersonCard(
            p.Slug, p.Name, p.Headline, p.Functions.FirstOrDefault(), p.Languages, names.Links(p.Topics),
            p.AbsentFrom <= today && p.AbsentUntil >= today ? p.AbsentUntil : null)).ToList();
        return new Page<PersonCard>(cards, rows.Count > PageSize ? cards[^1].Slug : null);
    }

    /// <summary>The languages that members speak, for the filter.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellation = default) =>
        await Members(_time.Today()).SelectMany(p => p.Languages).Select(l => l.Code).Distinct().ToListAsync(cancellation);

    /// <summary>The districts that members know, for the filter.</summary>
    public async Task<IReadOnlyList<string>> DistrictsAsync(CancellationToken cancellation = default) =>
        [.. (await Members(_time.Today()).Select(p => p.Districts).ToListAsync(cancellation))
            .SelectMany(d => d).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)];

    private IQueryable<Person> Members(DateOnly today) => _db.People.Where(p =>
        _db.SeatAssignments.Any(a => a.PersonId == p.Id && a.From <= today && (a.Until == null || a.Until >= today)));

    private static IQueryable<Person> Narrow(IQueryable<Person> people, PersonFilter filter, TopicNames names)
    {
        if (names.BySlug(filter.Topic) is { } topic)
        {
            var wanted = names.WithNarrower(topic.Id);
            people = people.Where(p => p.Topics.Any(t => wanted.Contains(t.TopicId)));
        }

        if (!string.IsNullOrEmpty(filter.Language)) people = people.Where(p => p.Languages.Any(l => l.Code == filter.Language));
        if (!string.IsNullOrEmpty(filter.District)) people = people.Where(p => p.Districts.Contains(filter.District));
        return people;
    }

    private async Task<IQueryable<Person>> After(IQueryable<Person> people, string slug, CancellationToken cancellation)
    {
        var last = await _db.People.Where(p => p.Slug == slug).Select(p => new { p.SortName, p.Id }).FirstOrDefaultAsync(cancellation);
        return last is null
            ? people
            : people.Where(p => string.Compare(p.SortName, last.SortName) > 0 || (p.SortName == last.SortName && p.Id.CompareTo(last.Id) > 0));
    }
}
