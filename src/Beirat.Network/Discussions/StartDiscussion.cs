using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>
/// Begins a thread. <see cref="Id"/> is made with the form: sending it twice gives one thread. <see cref="Reach"/> is the
/// name of an audience or <see cref="DiscussionReach.Circle"/>; <see cref="People"/> are names as they were typed.
/// </summary>
public sealed record StartDiscussion(Guid Id, string? Title, string? Introduction, string Language, string? Reach, SubjectSlugs About)
{
    public string? People { get; init; }

    /// <summary>Optional.</summary>
    public string? FirstPost { get; init; }

    public string Capacity { get; init; } = Discussions.Capacity.Private.Key;

    public Guid Key { get; init; }
}

/// <inheritdoc cref="StartDiscussion"/>
public sealed class StartDiscussionHandler
{
    public const int MaxIntroduction = 600;

    private readonly NetworkDb _db;
    private readonly DiscussionSubjects _subjects;
    private readonly PeopleByName _people;
    private readonly TimeProvider _time;

    internal StartDiscussionHandler(NetworkDb db, DiscussionSubjects subjects, PeopleByName people, TimeProvider time) =>
        (_db, _subjects, _people, _time) = (db, subjects, people, time);

    /// <summary>Members, their deputies, staff, and those who speak for an organisation.</summary>
    public static bool MayStart(Viewer viewer) => viewer.PersonId is not null && viewer.IsSignedIn
        && viewer.Roles.Any(r => r is not AccountRole.CityOffice);

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, StartDiscussion command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<Guid>.Refused(Refusal.SignInFirst);
        if (!MayStart(viewer)) return new Outcome<Guid>.Refused(Refusal.MayNotStart);
        if (await EarlierAsync(viewer, command.Id, cancellation) is { } earlier) return earlier;

        if (await ModerationHandler.StopOfAsync(_db, viewer, _time.Today(), cancellation) is { } stop) return new Outcome<Guid>.Refused(stop);
        var (subject, faults) = await _subjects.FindAsync(viewer, command.About, cancellation);
        var (title, introduction) = (TextRules.Clean(command.Title), TextRules.Clean(command.Introduction));
        if (RefusalOfTitle(title) is { } noTitle) faults["title"] = noTitle;
        if (introduction.Length > 0 && PostRules.RefusalOf(introduction, MaxIntroduction) is { } noIntroduction) faults["introduction"] = noIntroduction;
        var language = PostRules.Clean(new PostText($"{title}\n{introduction}", command.Language, command.Key)).Language;
        if (!Languages.IsKnown(language)) faults["language"] = Refusal.UnknownLanguage;
        if (!DiscussionReach.TryParse(command.Reach, out var audience, out var circle) || (!circle && !viewer.Sees(audience))) faults["reach"] = Refusal.UnknownAudience;
        var people = circle ? await _people.RunAsync(viewer, PeopleByName.Lines(command.People), cancellation) : new NamedPeople([], []);
        if (people.Missing.Count > 0) faults["people"] = Refusal.NamesNotFound;
        else if (circle && people.Found.Count == 0) faults["people"] = Refusal.NobodyNamed;
        var first = await FirstAsync(viewer, command, faults, cancellation);
        if (faults.Count > 0 || command.Id == Guid.Empty) return new Outcome<Guid>.Invalid(faults.Count > 0 ? faults : new Dictionary<string, Refusal> { ["title"] = Refusal.ChangedMeanwhile });

        var discussion = new Discussion(command.Id, title, introduction, language, audience, _time.GetUtcNow());
        discussion.BeAbout(subject!.TopicId, subject.OrganizationId, subject.EventId, subject.ArticleId);
        discussion.StartedBy(viewer.PersonId);
        if (circle)
        {
            discussion.Enclose();
            foreach (var person in people.Found.Select(p => p.Id).Prepend(viewer.PersonId!.Value)) discussion.LetIn(person, asMember: false);
        }

        _db.Discussions.Add(discussion);
        if (first is var (text, capacity)) _db.Posts.Add(discussion.Reply(Guid.CreateVersion7(), new Author(viewer.PersonId, viewer.AccountId), capacity, text, discussion.StartedAt));
        return await SaveAsync(viewer, command.Id, cancellation);
    }

    internal static Refusal? RefusalOfTitle(string title) =>
        title.Contains('\n', StringComparison.Ordinal) ? Refusal.UnreadableText : PostRules.RefusalOf(title, Discussion.MaxTitleLength);

    private async Task<(PostText Text, Capacity Capacity)?> FirstAsync(Viewer viewer, StartDiscussion command, Dictionary<string, Refusal> faults, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.FirstPost)) return null;
        var text = PostRules.Clean(new PostText(command.FirstPost, command.Language, command.Key));
        if (PostRules.RefusalOf(text) is { } fault) faults[fault.Field] = fault.Reason;
        var capacity = (await new CapacityQuery(_db, _time).RunAsync(viewer, cancellation)).FirstOrDefault(c => c.Key == command.Capacity);
        if (capacity is null) faults["capacity"] = Refusal.CapacityNotHeld;
        return capacity is null ? null : (text, capacity);
    }

    private async Task<Outcome<Guid>> SaveAsync(Viewer viewer, Guid id, CancellationToken cancellation)
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
            if (await EarlierAsync(viewer, id, cancellation) is { } earlier) return earlier;
            throw;
        }
    }

    // An id that somebody else used reads as not found: it tells nothing.
    private async Task<Outcome<Guid>?> EarlierAsync(Viewer viewer, Guid id, CancellationToken cancellation) =>
        await _db.Discussions.Where(d => d.Id == id).Select(d => new { d.StartedById }).FirstOrDefaultAsync(cancellation) is not { } earlier ? null
        : earlier.StartedById == viewer.PersonId ? new Outcome<Guid>.Done(id) : new Outcome<Guid>.NotFound();
}
