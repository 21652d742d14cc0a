using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Networking;

/// <summary>How often a topic and a language are needed together: organisations that work on it in that language, and texts about it.</summary>
public sealed record Need(int Organizations, int Articles)
{
    public static readonly Need None = new(0, 0);

    // Who works on something every day needs it more than who once wrote about it.
    internal int Weight => Organizations * 3 + Articles;
}

/// <summary>A topic and a language: how many members show both, and how much they are needed.</summary>
public sealed record CoverageCell(TopicLink Topic, string Language, int People, Need Need)
{
    public bool IsGap => People == 0;
}

public sealed record CoverageRow(TopicLink Topic, IReadOnlyList<CoverageCell> Cells);

/// <summary>Topics for which nobody speaks a language, the most needed first.</summary>
public sealed record LanguageGap(string Language, bool NobodySpeaksIt, IReadOnlyList<CoverageCell> Topics);

/// <summary>What the council covers: top topics by languages, and what is missing most.</summary>
public sealed record CoverageView(IReadOnlyList<string> Languages, IReadOnlyList<CoverageRow> Rows, IReadOnlyList<LanguageGap> Gaps);

/// <summary>
/// Counts the members who show a topic and a language, and the district when one is asked for, to the viewer. Whoever
/// hides one of them is not counted; each number is the length of the list of members with the same filter.
/// </summary>
public sealed class CoverageQuery
{
    private const int MostLanguages = 40;
    private const int GapsShown = 8;
    private const int TopicsShown = 5;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal CoverageQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    public async Task<CoverageView> RunAsync(Viewer viewer, string? district = null, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        var tops = names.Tree().Select(t => t.Topic).ToList();
        var groups = tops.ConvertAll(t => names.WithNarrower(names.BySlug(t.Slug)!.Id).ToArray());
        var people = await People(viewer, district, groups).ToDictionaryAsync(c => (c.Topic, c.Language), c => c.Number, cancellation);
        var organizations = await OrganizationsAsync(district, groups, cancellation);
        var articles = await Articles(viewer, groups).ToDictionaryAsync(c => (c.Topic, c.Language), c => c.Number, cancellation);
        var languages = people.Concat(organizations).GroupBy(c => c.Key.Language, c => c.Value)
            .OrderByDescending(g => g.Sum()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostLanguages).Select(g => g.Key).ToList();
        var rows = tops.Select((topic, t) => new CoverageRow(topic, languages.ConvertAll(l => new CoverageCell(
            topic, l, people.GetValueOrDefault((t, l)), new Need(organizations.GetValueOrDefault((t, l)), articles.GetValueOrDefault((t, l))))))).ToList();
        return new CoverageView(languages, rows, Gaps(rows));
    }

    private static IReadOnlyList<LanguageGap> Gaps(IEnumerable<CoverageRow> rows) =>
        [.. rows.SelectMany(r => r.Cells).GroupBy(c => c.Language)
            .Select(g => (Language: g.Key, Nobody: g.All(c => c.IsGap), Missing: g.Where(c => c.IsGap && c.Need.Weight > 0).ToList()))
            .Where(g => g.Missing.Count > 0)
            .OrderByDescending(g => g.Missing.Sum(c => c.Need.Weight)).ThenBy(g => g.Language, StringComparer.Ordinal).Take(GapsShown)
            .Select(g => new LanguageGap(g.Language, g.Nobody, [.. g.Missing.OrderByDescending(c => c.Need.Weight).Take(TopicsShown)]))];

    private IQueryable<Counted> People(Viewer viewer, string? district, List<Guid[]> groups)
    {
        var today = _time.Today();
        var topics = _db.PeopleShowing(ProfileField.Topics, viewer, today);
        var languages = _db.PeopleShowing(ProfileField.Languages, viewer, today);
        var members = _db.Members(today).Where(p => topics.Any(id => id == p.Id) && languages.Any(id => id == p.Id));
        if (!string.IsNullOrEmpty(district))
        {
            var districts = _db.PeopleShowing(ProfileField.Districts, viewer, today);
            members = members.Where(p => p.Districts.Contains(district) && districts.Contains(p.Id));
        }

        // Somebody with two narrower topics knows about the one above them once: hence the distinct.
        var claims = members.SelectMany(p => p.Topics).Select(TopicFiling.Filed<PersonTopic>(groups, t => t.PersonId, t => t.TopicId)).Distinct();
        return claims.Join(members.SelectMany(p => p.Languages), t => t.Subject, l => l.PersonId, (t, l) => new { t.Topic, l.Code })
            .GroupBy(c => new { c.Topic, c.Code }).Select(g => new Counted { Topic = g.Key.Topic, Language = g.Key.Code, Number = g.Count() });
    }

    // Languages of an organisation are a list in its row, which SQLite cannot unfold inside a query: counted here, from short rows.
    private async Task<Dictionary<(int Topic, string Language), int>> OrganizationsAsync(
        string? district, List<Guid[]> groups, CancellationToken cancellation)
    {
        var organizations = _db.Organizations.AsNoTracking();
        if (!string.IsNullOrEmpty(district)) organizations = organizations.Where(o => o.District == district);
        var rows = await organizations.Select(o => new { o.Languages, Topics = o.Topics.Select(t => t.TopicId).ToList() }).ToListAsync(cancellation);
        var tops = groups.SelectMany((ids, top) => ids.Select(id => (id, top))).ToLookup(g => g.id, g => g.top);
        return rows.SelectMany(o => o.Topics.SelectMany(t => tops[t]).Distinct().SelectMany(_ => o.Languages, (top, code) => (Topic: top, Language: code)))
            .CountBy(c => c).ToDictionary();
    }

    private IQueryable<Counted> Articles(Viewer viewer, List<Guid[]> groups)
    {
        var articles = _db.Articles.VisibleTo(viewer);
        var about = articles.SelectMany(a => a.Topics).Select(TopicFiling.Filed<ArticleTopic>(groups, t => t.ArticleId, t => t.TopicId)).Distinct();
        return about.Join(articles, t => t.Subject, a => a.Id, (t, a) => new { t.Topic, a.Language })
            .GroupBy(c => new { c.Topic, c.Language }).Select(g => new Counted { Topic = g.Key.Topic, Language = g.Key.Language, Number = g.Count() });
    }

    private sealed class Counted
    {
        public int Topic { get; init; }

        public string Language { get; init; } = string.Empty;

        public int Number { get; init; }
    }
}
