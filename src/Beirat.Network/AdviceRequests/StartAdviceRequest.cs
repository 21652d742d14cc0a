using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>
/// Asks the council. People, topics and the organisation are slugs. <see cref="Id"/> is made with the form: sending it
/// twice gives one request. <see cref="Unreadable"/> names fields in which something stood that is no date or number.
/// </summary>
public sealed record StartAdviceRequest(
    Guid Id, string? Organization, string Question, string Language, AdviceKind? Kind, AdviceConfidentiality? Confidentiality, DateOnly? Deadline, int? Minutes,
    IReadOnlyCollection<string> Topics, IReadOnlyCollection<string> People)
{
    public IReadOnlyDictionary<string, Refusal> Unreadable { get; init; } = new Dictionary<string, Refusal>();

    /// <summary>What the question speaks of.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];
}

/// <inheritdoc cref="StartAdviceRequest"/>
public sealed class StartAdviceRequestHandler
{
    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly AdviceFormQuery _form;
    private readonly TimeProvider _time;

    internal StartAdviceRequestHandler(NetworkDb db, TopicDirectory topics, AdviceFormQuery form, TimeProvider time) =>
        (_db, _topics, _form, _time) = (db, topics, form, time);

    /// <summary>Not found: the viewer may not ask.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, StartAdviceRequest command, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return new Outcome<Guid>.Refused(Refusal.SignInFirst);
        if (!await _form.MayAskAsync(viewer, cancellation)) return new Outcome<Guid>.NotFound();
        if (await EarlierAsync(command.Id, account, cancellation) is { } earlier) return earlier;

        var faults = await FaultsAsync(command, cancellation);
        var people = await _db.Members(_time.Today()).Where(p => command.People.Contains(p.Slug)).Select(p => p.Id).ToListAsync(cancellation);
        if (command.People.Count > AdviceRules.MaxAsked) faults["people"] = Refusal.TooMany;
        else if (people.Count < command.People.Distinct().Count()) faults["people"] = Refusal.NotInCouncil;
        var organization = await OrganizationAsync(viewer, command.Organization, cancellation);
        if (organization is null && (!string.IsNullOrEmpty(command.Organization) || !AdviceFormQuery.MayAskForNone(viewer))) faults["organization"] = Refusal.UnknownOrganization;
        if (AttachmentIntake.RefusalOf(command.Files, AdviceAttachment.Most) is { } early) faults["file"] = early;
        if (faults.Count > 0) return new Outcome<Guid>.Invalid(faults);
        // Reading files takes its time: last, when nothing else is wrong.
        var (files, unfit) = await AttachmentIntake.TakeAllAsync(command.Files, AdviceAttachment.Most, cancellation);
        if (unfit is { } reason) return new Outcome<Guid>.Invalid("file", reason);

        var request = await MakeAsync(command, new AdviceRequester(account, viewer.PersonId, organization), cancellation);
        var thread = Discussion.OfRequest(request.Id, AdviceRules.TitleOf(request.Question), request.Language, request.AskedAt);
        if (viewer.PersonId is { } asker) thread.LetIn(asker, asMember: false);
        foreach (var person in people)
        {
            request.Ask(person, viewer.PersonId, request.AskedAt);
            thread.LetIn(person, asMember: true);
        }

        _db.AddRange(request, thread);
        _db.AddFiles(request.Id, AdviceFilePart.Question, files, viewer.PersonId, request.AskedAt);
        return await SaveAsync(request.Id, account, cancellation);
    }

    private async Task<Outcome<Guid>> SaveAsync(Guid id, Guid account, CancellationToken cancellation)
    {
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(id);
        }
        catch (DbUpdateException)
        {
            // The same form arrived twice at once.
            _db.ChangeTracker.Clear();
            if (await EarlierAsync(id, account, cancellation) is { } earlier) return earlier;
            throw;
        }
    }

    // A key that somebody else used reads as not found: it tells nothing.
    private async Task<Outcome<Guid>?> EarlierAsync(Guid id, Guid account, CancellationToken cancellation) =>
        await _db.AdviceRequests.Where(r => r.Id == id).Select(r => new { r.AccountId }).FirstOrDefaultAsync(cancellation) is not { } earlier ? null
        : earlier.AccountId == account ? new Outcome<Guid>.Done(id) : new Outcome<Guid>.NotFound();

    private async Task<Dictionary<string, Refusal>> FaultsAsync(StartAdviceRequest command, CancellationToken cancellation)
    {
        var faults = command.Unreadable.ToDictionary();
        if (command.Id == Guid.Empty) faults["question"] = Refusal.ChangedMeanwhile;
        if (AdviceRules.RefusalOfText(TextRules.Clean(command.Question), AdviceRules.MaxQuestion) is { } text) faults["question"] = text;
        if (!Languages.IsKnown(command.Language)) faults["language"] = Refusal.UnknownLanguage;
        if (command.Kind is null) faults["kind"] = Refusal.Empty;
        if (command.Confidentiality is null) faults["confidentiality"] = Refusal.Empty;
        if (!faults.ContainsKey("deadline") && AdviceRules.RefusalOfDeadline(command.Deadline, _time.Today()) is { } day) faults["deadline"] = day;
        if (command.Minutes is < 1 or > AdviceRules.MaxMinutes) faults["minutes"] = Refusal.NotMinutes;
        var scheme = await _topics.SchemeAsync(cancellation);
        if (command.Topics.Count == 0) faults["topics"] = Refusal.Empty;
        else if (command.Topics.Count > AdviceRules.MaxTopics) faults["topics"] = Refusal.TooMany;
        else if (command.Topics.Any(t => !scheme.BySlug.ContainsKey(t))) faults["topics"] = Refusal.UnknownTopic;
        return faults;
    }

    private async Task<AdviceRequest> MakeAsync(StartAdviceRequest command, AdviceRequester from, CancellationToken cancellation)
    {
        var scheme = await _topics.SchemeAsync(cancellation);
        return new AdviceRequest(command.Id, from, new AdviceQuestion(
            TextRules.Clean(command.Question), command.Language, command.Kind!.Value, command.Confidentiality!.Value, command.Deadline!.Value, command.Minutes,
            [.. command.Topics.Select(t => scheme.BySlug[t].Id)]), _time.GetUtcNow());
    }

    private async Task<Guid?> OrganizationAsync(Viewer viewer, string? slug, CancellationToken cancellation) => string.IsNullOrEmpty(slug) ? null
        : await _form.ForWhom(viewer).Where(o => o.Slug == slug).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellation);
}
