using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>Says whether somebody who is asked takes it on. <see cref="HintTo"/> is the slug of somebody who knows more.</summary>
public sealed record AnswerRequest(Guid RequestId, AdviceAnswer Kind, string Reason, string? HintTo = null, DateOnly? AbsentUntil = null)
{
    /// <summary>Something stood in the field of the date that is none.</summary>
    public bool UnreadableDay { get; init; }
}

/// <inheritdoc cref="AnswerRequest"/>
public sealed class AnswerRequestHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AnswerRequestHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Not found for everybody who is not asked, or not in the council any more.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, AnswerRequest command, CancellationToken cancellation = default)
    {
        if (await _db.AdviceRequests.PutTo(viewer).AsNoTracking().FirstOrDefaultAsync(r => r.Id == command.RequestId, cancellation) is not { } request)
            return new Outcome<Guid>.NotFound();
        if (request.RefusalUnless(AdviceState.Open) is { } refusal) return new Outcome<Guid>.Refused(refusal);
        var own = await _db.AdviceAssignments.FirstAsync(a => a.RequestId == request.Id && a.PersonId == viewer.PersonId, cancellation);
        var hint = await HintAsync(command.HintTo, cancellation);
        var answer = new AdviceAnswerText(command.Kind, TextRules.Clean(command.Reason), hint, command.AbsentUntil);
        var faults = AdviceAssignment.RefusalsOf(answer, _time.Today()).ToDictionary();
        if (command.UnreadableDay && command.Kind == AdviceAnswer.Absent) faults["until"] = Refusal.NotADate;
        if (command.Kind == AdviceAnswer.NotMyTopic && !string.IsNullOrEmpty(command.HintTo) && (hint is null || hint == viewer.PersonId))
            faults["hint"] = hint is null ? Refusal.NotInCouncil : Refusal.SamePerson;
        if (faults.Count > 0) return new Outcome<Guid>.Invalid(faults);

        own.Give(answer, _time.GetUtcNow());
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(request.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same person in two windows: the first answer stands until it is changed on purpose.
            return new Outcome<Guid>.Refused(Refusal.ChangedMeanwhile);
        }
    }

    private async Task<Guid?> HintAsync(string? slug, CancellationToken cancellation) => string.IsNullOrEmpty(slug) ? null
        : await _db.Members(_time.Today()).Where(p => p.Slug == slug).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation);
}
