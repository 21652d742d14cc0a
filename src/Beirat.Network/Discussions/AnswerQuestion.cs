using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Takes a question a step on. <see cref="Person"/>: the one who is asked, by the last part of their address; null for oneself.</summary>
public sealed record AnswerQuestion(Guid DiscussionId, Guid PostId, string? Person, QuestionState State, string? Hint = null);

/// <summary>A question that waits for the viewer, or one that the viewer asked.</summary>
public sealed record QuestionCard(
    Guid DiscussionId, string Title, string TitleLanguage, Guid PostId, long Sequence, string Text, string Language, PostAuthor? Other, QuestionState State, string Hint, DateTimeOffset AskedAt);

/// <inheritdoc cref="AnswerQuestion"/>
public sealed class QuestionHandler
{
    /// <summary>Questions in one's own lists.</summary>
    public const int Most = 100;

    private readonly DiscussionWork _work;
    private readonly NetworkDb _db;
    private readonly AuthorDirectory _authors;
    private readonly TimeProvider _time;

    internal QuestionHandler(DiscussionWork work, NetworkDb db, AuthorDirectory authors, TimeProvider time) => (_work, _db, _authors, _time) = (work, db, authors, time);

    /// <summary>The sequence number of the post.</summary>
    public Task<Outcome<long>> RunAsync(Viewer viewer, AnswerQuestion command, CancellationToken cancellation = default) => _work.RunAsync<long>(viewer, command.DiscussionId, async (db, discussion) =>
    {
        var post = await db.Posts.FirstOrDefaultAsync(p => p.Id == command.PostId && p.DiscussionId == discussion.Id && p.RemovedAt == null, cancellation);
        if (post is null) return new Outcome<long>.NotFound();
        var asked = command.Person is { } slug ? await db.People.Where(p => p.Slug == slug).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation) : viewer.PersonId;
        var question = await db.PostQuestions.FirstOrDefaultAsync(q => q.PostId == post.Id && q.PersonId == asked, cancellation);
        if (question is null) return new Outcome<long>.NotFound();
        if (question.State == command.State) return new Outcome<long>.Done(post.Sequence);
        if (!PostQuestion.May(question.State, command.State, viewer.PersonId == asked, post.IsBy(viewer))) return new Outcome<long>.NotFound();
        var hint = command.State == QuestionState.NotForMe ? TextRules.Clean(command.Hint) : string.Empty;
        if (hint.Length > 0 && PostRules.RefusalOf(hint, PostQuestion.MaxHint) is { } fault) return new Outcome<long>.Invalid("hint", fault);
        question.Become(command.State, hint, _time.GetUtcNow());
        // The post is shown anew to those who look at it.
        db.Entry(post).State = EntityState.Modified;
        return new Outcome<long>.Done(post.Sequence);
    }, cancellation);

    /// <summary>Questions to the viewer, those that wait first, and to whom the viewer put some.</summary>
    public async Task<(IReadOnlyList<QuestionCard> ToMe, IReadOnlyList<QuestionCard> FromMe)> OwnAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return ([], []);
        var toMe = await RowsAsync(viewer, _db.PostQuestions.Where(q => q.PersonId == person).OrderBy(q => q.State == QuestionState.Open ? 0 : 1).ThenByDescending(q => q.AskedAt), cancellation);
        var mine = _db.Posts.Where(p => p.AuthorId == person).Select(p => p.Id);
        var fromMe = await RowsAsync(viewer, _db.PostQuestions.Where(q => mine.Contains(q.PostId)).OrderBy(q => q.State == QuestionState.Accepted ? 1 : 0).ThenByDescending(q => q.AskedAt), cancellation);
        var names = await _authors.OfAsync(_db, [.. toMe.Select(r => r.AuthorId).OfType<Guid>().Concat(fromMe.Select(r => r.PersonId)).Distinct()], cancellation);
        return ([.. toMe.Select(r => Card(r, r.AuthorId))], [.. fromMe.Select(r => Card(r, r.PersonId))]);

        QuestionCard Card(Row row, Guid? other) => new(
            row.DiscussionId, row.Title, row.TitleLanguage, row.PostId, row.Sequence, row.Text, row.Language, other is { } id ? names.GetValueOrDefault(id) : null, row.State, row.Hint, row.AskedAt);
    }

    /// <summary>Questions that wait for the viewer.</summary>
    public async Task<int> WaitingAsync(Viewer viewer, CancellationToken cancellation = default) => viewer.PersonId is not { } person ? 0 : await (
        from q in _db.PostQuestions
        join p in _db.Posts on q.PostId equals p.Id
        join d in _db.Discussions.VisibleTo(viewer, _db, _time.Today()) on p.DiscussionId equals d.Id
        where q.PersonId == person && q.State == QuestionState.Open && p.RemovedAt == null
        select q).CountAsync(cancellation);

    private async Task<List<Row>> RowsAsync(Viewer viewer, IOrderedQueryable<PostQuestion> questions, CancellationToken cancellation)
    {
        // Those that the viewer may read: the number to show comes after, and the order with it.
        var readable = _db.Discussions.VisibleTo(viewer, _db, _time.Today()).Select(d => d.Id);
        var shown = await questions.AsNoTracking().Where(q => _db.Posts.Any(p => p.Id == q.PostId && p.RemovedAt == null && readable.Contains(p.DiscussionId))).Take(Most).ToListAsync(cancellation);
        var ids = shown.ConvertAll(q => q.PostId);
        var posts = await (
            from p in _db.Posts.AsNoTracking()
            join d in _db.Discussions on p.DiscussionId equals d.Id
            where ids.Contains(p.Id)
            select new { p.Id, p.AuthorId, p.Sequence, p.Text, p.Language, p.DiscussionId, d.Title, TitleLanguage = d.Language }).ToDictionaryAsync(p => p.Id, cancellation);
        return [.. shown.Where(q => posts.ContainsKey(q.PostId)).Select(q => (Question: q, Post: posts[q.PostId])).Select(x => new Row(
            x.Question.PersonId, x.Post.AuthorId, x.Post.DiscussionId, x.Post.Title, x.Post.TitleLanguage, x.Post.Id, x.Post.Sequence, x.Post.Text, x.Post.Language,
            x.Question.State, x.Question.Hint, x.Question.AskedAt))];
    }

    private sealed record Row(
        Guid PersonId, Guid? AuthorId, Guid DiscussionId, string Title, string TitleLanguage, Guid PostId, long Sequence, string Text, string Language, QuestionState State, string Hint, DateTimeOffset AskedAt);
}
