using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Consents;

/// <summary>A question that brings the viewer up, at which place among the proposals, and by which evidence.</summary>
public sealed record FoundQuestion(string Question, int Place, IReadOnlyList<Evidence> Evidence);

/// <summary>How one audience finds the viewer. <see cref="HasPage"/> is false when it does not find them at all.</summary>
public sealed record FoundBy(
    Audience Audience, bool HasPage, IReadOnlyList<ProfileField> Parts, IReadOnlyList<FoundQuestion> Questions, FoundQuestion? Tried, SearchHit? TriedHit);

/// <summary>"Who finds me, and by what?": the search and the expert finder, asked as an audience would, about oneself.</summary>
public sealed class FoundByQuery
{
    private const int QuestionsAsked = 8;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly AdviserQuery _advisers;
    private readonly SearchQuery _search;
    private readonly TimeProvider _time;

    internal FoundByQuery(NetworkDb db, TopicDirectory topics, AdviserQuery advisers, SearchQuery search, TimeProvider time) =>
        (_db, _topics, _advisers, _search, _time) = (db, topics, advisers, search, time);

    /// <summary>Null for a viewer who is no person of the network.</summary>
    /// <param name="viewer">Who asks about themselves.</param>
    /// <param name="audience">As whom to look.</param>
    /// <param name="tried">A question of the viewer's own; null: none.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public async Task<FoundBy?> RunAsync(Viewer viewer, Audience audience, string? tried, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } id) return null;
        var today = _time.Today();
        var seeing = Viewer.Of(audience);
        var person = await _db.People.AsNoTracking().Include(p => p.Topics).FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null) return null;
        var hasPage = await People.PersonVisibility.VisibleTo(_db.People, seeing, _db, today).AnyAsync(p => p.Id == id, cancellation);
        var parts = await _db.Consents.Holding(today)
            .Where(c => c.PersonId == id && c.Purpose == ConsentPurpose.Finding && seeing.Audiences.Contains(c.Audience)).Select(c => c.Field).ToListAsync(cancellation);
        var names = await _topics.NamesAsync(cancellation);
        var questions = new List<FoundQuestion>();
        foreach (var topic in names.Links(person.Topics.Select(t => t.TopicId)).Take(QuestionsAsked))
            if (await AskAsync(seeing, topic.Label, id, cancellation) is { } found) questions.Add(found);
        var own = string.IsNullOrWhiteSpace(tried) ? null : await AskAsync(seeing, tried, id, cancellation);
        var hit = string.IsNullOrWhiteSpace(tried) ? null : await HitAsync(seeing, tried, id, cancellation);
        return new FoundBy(audience, hasPage, [.. parts.Distinct().Order()], [.. questions.OrderBy(q => q.Place)], own, hit);
    }

    private async Task<FoundQuestion?> AskAsync(Viewer seeing, string question, Guid person, CancellationToken cancellation)
    {
        var result = await _advisers.RunAsync(seeing, new AdviserRequest(question), cancellation);
        var place = result.Advisers.ToList().FindIndex(a => a.Id == person);
        return place < 0 ? null : new FoundQuestion(question, place + 1, result.Advisers[place].Evidence);
    }

    private async Task<SearchHit?> HitAsync(Viewer seeing, string question, Guid person, CancellationToken cancellation)
    {
        var result = await _search.RunAsync(seeing, new SearchRequest(question, SubjectKind.Person, Count: SearchQuery.MaxCount), cancellation);
        return result.Hits.FirstOrDefault(h => h.Id == person);
    }
}
