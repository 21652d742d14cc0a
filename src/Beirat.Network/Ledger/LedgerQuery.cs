using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Ledger;

/// <summary>A contest of an entry, as the person it is about sees it.</summary>
public sealed record OwnContest(Guid Id, ContestState State, string Reason, DateTimeOffset ContestedAt, DateTimeOffset? DecidedAt, string Note);

/// <summary>Something that speaks for the viewer. <see cref="Key"/> is the last part of the address of its source.</summary>
public sealed record LedgerEntry(EvidenceSource Source, string Title, string Language, string Key, DateOnly? Date, OwnContest? Contest)
{
    /// <summary>What was said: the sentence of a claim, a degree, the words of an endorsement.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>That of the text; the title may be a topic in the reader's language.</summary>
    public string TextLanguage { get; init; } = Languages.Default;

    /// <summary>Who said it, when that was somebody else.</summary>
    public PostAuthor? By { get; init; }
}

/// <summary>
/// Entries of a kind, newest first. <see cref="Next"/> is the source after which the list goes on. Finds: which part of the profile
/// decides who may find the person by them (null: none), and for whom that is.
/// </summary>
public sealed record LedgerPart(EvidenceKind Kind, IReadOnlyList<LedgerEntry> Entries, Guid? Next, ProfileField? Finds, Audience? FoundBy);

/// <summary>Everything that speaks for the viewer in the expert finder. Nobody asks it for somebody else.</summary>
public sealed class LedgerQuery
{
    /// <summary>Of each kind on the first page.</summary>
    public const int First = 10;

    public const int PageSize = 50;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal LedgerQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>The newest entries of all kinds; null for a viewer who is no person of the network.</summary>
    public async Task<IReadOnlyList<LedgerPart>?> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return null;
        var parts = new List<LedgerPart>();
        foreach (var kind in EvidenceKinds.Speaking) parts.Add(await PartAsync(viewer, person, kind, null, First, cancellation));
        return parts;
    }

    /// <summary>All entries of a kind, page by page.</summary>
    public async Task<LedgerPart?> RunAsync(Viewer viewer, EvidenceKind kind, Guid? after, CancellationToken cancellation = default) =>
        viewer.PersonId is { } person && kind.Speaks() ? await PartAsync(viewer, person, kind, after, PageSize, cancellation) : null;

    /// <summary>One entry; null when it does not speak for the viewer.</summary>
    public async Task<LedgerEntry?> EntryAsync(Viewer viewer, EvidenceSource source, CancellationToken cancellation = default) =>
        viewer.PersonId is { } person ? await EntryAsync(viewer, person, source, cancellation) : null;

    /// <summary>An entry of somebody, as far as the viewer may know what it is made of.</summary>
    internal async Task<LedgerEntry?> EntryAsync(Viewer viewer, Guid person, EvidenceSource source, CancellationToken cancellation)
    {
        if (!source.Kind.Speaks() || await _db.EntryAsync(person, source, _time.Today(), cancellation) is not { } row) return null;
        return (await EntriesAsync(viewer, person, source.Kind, [row], cancellation))[0];
    }

    private async Task<LedgerPart> PartAsync(Viewer viewer, Guid person, EvidenceKind kind, Guid? after, int count, CancellationToken cancellation)
    {
        var today = _time.Today();
        var last = after is { } source ? await _db.EntryAsync(person, new EvidenceSource(kind, source), today, cancellation) : null;
        var rows = await _db.PageAsync(person, kind, last, count + 1, today, cancellation);
        var isWhole = rows.Count <= count || kind is EvidenceKind.Claim or EvidenceKind.Profession;
        var shown = isWhole ? rows : rows.GetRange(0, count);
        var finds = FieldOf(kind);
        return new LedgerPart(
            kind, await EntriesAsync(viewer, person, kind, shown, cancellation), isWhole ? null : shown[^1].Source, finds,
            finds is { } field && shown.Count > 0 ? await FoundByAsync(person, field, today, cancellation) : null);
    }

    private async Task<List<LedgerEntry>> EntriesAsync(Viewer viewer, Guid person, EvidenceKind kind, List<LedgerRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return [];
        var names = await _topics.NamesAsync(cancellation);
        var sources = rows.ConvertAll(r => r.Source);
        var contests = await _db.EvidenceContests.AsNoTracking().Where(c => c.PersonId == person && c.Kind == kind && sources.Contains(c.SourceId)).ToDictionaryAsync(c => c.SourceId, cancellation);
        var writers = rows.Select(r => r.ById).Where(id => id != Guid.Empty).Distinct().ToList();
        var by = writers.Count == 0 ? [] : await WritersAsync(writers, cancellation);
        // What was asked may be confidential, also to somebody who has left: an answered request is called by its topics.
        var requests = kind == EvidenceKind.AnsweredRequest ? await _db.SightsAsync(viewer, sources, _time.Today(), cancellation) : [];
        return rows.ConvertAll(r =>
        {
            if (requests.GetValueOrDefault(r.Source) is { } request) return Answered(r, request, names, Of(contests.GetValueOrDefault(r.Source)));
            var topic = r.TopicId == Guid.Empty ? null : names.Link(r.TopicId);
            return new LedgerEntry(
                new EvidenceSource(kind, r.Source), topic?.Label ?? r.Title, topic?.Language ?? r.Language,
                r.DiscussionId == Guid.Empty ? topic?.Slug ?? r.Key : $"{r.DiscussionId}#{r.Sequence}", DateOf(r), Of(contests.GetValueOrDefault(r.Source)))
            {
                Text = r.Text, TextLanguage = r.Language, Precision = r.Precision, By = by.GetValueOrDefault(r.ById),
            };
        });
    }

    private static LedgerEntry Answered(LedgerRow row, AnsweredRequestSight request, TopicNames names, OwnContest? contest)
    {
        var topics = names.Links(request.Topics);
        return new LedgerEntry(
            new EvidenceSource(EvidenceKind.AnsweredRequest, row.Source), string.Join(" · ", topics.Select(t => t.Label)), topics.Select(t => t.Language).FirstOrDefault(Languages.Default),
            request.IsOpen ? $"{row.Source}" : string.Empty, DateOf(row), contest) { Text = request.Title, TextLanguage = request.Language };
    }

    // Somebody who has left is named still; their page is not for everybody any more.
    private async Task<Dictionary<Guid, PostAuthor>> WritersAsync(List<Guid> writers, CancellationToken cancellation)
    {
        var known = _db.People.VisibleTo(Viewer.Public, _db, _time.Today()).Select(p => p.Id);
        var people = await _db.People.Where(p => writers.Contains(p.Id)).Select(p => new { p.Id, Slug = known.Contains(p.Id) ? p.Slug : null, p.Name }).ToListAsync(cancellation);
        return people.ToDictionary(p => p.Id, p => new PostAuthor(p.Slug, p.Name));
    }

    private static DateOnly? DateOf(LedgerRow row) =>
        row.At != default ? DateOnly.FromDateTime(row.At.InCity().DateTime) : row.Day != default ? row.Day : null;

    private static OwnContest? Of(EvidenceContest? contest) => contest is null
        ? null
        : new OwnContest(contest.Id, contest.State, contest.Reason, contest.ContestedAt, contest.DecidedAt, contest.Note);

    private static ProfileField? FieldOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Claim or EvidenceKind.Endorsement or EvidenceKind.AnsweredRequest => ProfileField.Topics,
        EvidenceKind.Profession => ProfileField.Professions,
        EvidenceKind.OrganizationRole => ProfileField.Roles,
        _ => null,
    };

    private async Task<Audience?> FoundByAsync(Guid person, ProfileField field, DateOnly today, CancellationToken cancellation)
    {
        var audiences = await _db.Consents.Holding(today).Where(c => c.PersonId == person && c.Field == field && c.Purpose == ConsentPurpose.Finding)
            .Select(c => c.Audience).ToListAsync(cancellation);
        return audiences.Count == 0 ? null : audiences.Min();
    }
}
