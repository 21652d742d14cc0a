using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Consents;

/// <summary>Who may see a part; null: nobody. Only what is shown can be found.</summary>
public sealed record FieldChoice(Audience? Audience, bool Findable);

/// <summary>Sets who sees which parts of the viewer's own profile. Parts that are not named stay as they are.</summary>
/// <param name="Choices">The new choices.</param>
/// <param name="Agreed">That the person agreed to the text of consent; needed as soon as one part is shown to more people than before.</param>
public sealed record VisibilityChange(IReadOnlyDictionary<ProfileField, FieldChoice> Choices, bool Agreed);

/// <inheritdoc cref="VisibilityChange"/>
public sealed class VisibilityChangeHandler
{
    // Without a term of office a consent is asked for again after this time.
    private const int YearsWithoutTerm = 2;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;
    private readonly ImmediateEffect _effect;

    internal VisibilityChangeHandler(NetworkDb db, TimeProvider time, ImmediateEffect effect) => (_db, _time, _effect) = (db, time, effect);

    /// <summary>Returns how many parts changed. What was narrowed is gone from pages, search and programs when it returns.</summary>
    public async Task<Outcome<int>> RunAsync(Viewer viewer, VisibilityChange command, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } id) return new Outcome<int>.NotFound();
        var person = await _db.People.Include(p => p.Consents).FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null) return new Outcome<int>.NotFound();
        var today = _time.Today();
        var changed = command.Choices.Where(c => c.Key != ProfileField.Page && IsChange(person, c.Key, c.Value, today)).ToList();
        if (changed.Count == 0) return new Outcome<int>.Done(0);
        if (!command.Agreed && changed.Any(c => Widens(person, c.Key, c.Value, today))) return new Outcome<int>.Invalid("consent", Refusal.ConsentMissing);
        var terms = new ConsentTerms(Consent.CurrentWording, _time.GetUtcNow(), await LastDayAsync(today, cancellation));
        foreach (var (field, choice) in changed) Apply(person, field, choice, terms);
        person.Touch(terms.At);
        await _db.SaveChangesAsync(cancellation);
        await _effect.TakeAsync([new Subject(SubjectKind.Person, id)], cancellation);
        return new Outcome<int>.Done(changed.Count);
    }

    private static bool IsChange(Person person, ProfileField field, FieldChoice choice, DateOnly today) =>
        person.Allowed(field, ConsentPurpose.Showing, today)?.Audience != choice.Audience
        || person.Allowed(field, ConsentPurpose.Finding, today)?.Audience != Findable(field, choice);

    private static bool Widens(Person person, ProfileField field, FieldChoice choice, DateOnly today) =>
        IsWider(choice.Audience, person.Allowed(field, ConsentPurpose.Showing, today)?.Audience)
        || IsWider(Findable(field, choice), person.Allowed(field, ConsentPurpose.Finding, today)?.Audience);

    private static bool IsWider(Audience? wanted, Audience? now) => wanted is not null && (now is null || wanted < now);

    private static Audience? Findable(ProfileField field, FieldChoice choice) => choice.Findable && field.CanBeFound() ? choice.Audience : null;

    private static void Apply(Person person, ProfileField field, FieldChoice choice, ConsentTerms terms)
    {
        Set(ConsentPurpose.Showing, choice.Audience);
        Set(ConsentPurpose.Finding, Findable(field, choice));

        void Set(ConsentPurpose purpose, Audience? audience)
        {
            if (audience is { } allowed) person.Allow(field, purpose, allowed, terms);
            else person.Withdraw(field, purpose, terms.At);
        }
    }

    /// <summary>A consent holds until the end of the term; then it is asked for again.</summary>
    private async Task<DateOnly> LastDayAsync(DateOnly today, CancellationToken cancellation) =>
        await _db.Terms.LastDayOfAsync(today, cancellation) ?? today.AddYears(YearsWithoutTerm);
}
