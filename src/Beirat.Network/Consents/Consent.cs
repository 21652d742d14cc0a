using Beirat.Network.Common;

namespace Beirat.Network.Consents;

/// <summary>Under which text a consent is given, when, and how long it holds at most.</summary>
/// <param name="Wording">Number of the text that was shown; texts are never changed, only added.</param>
/// <param name="At">The moment of the choice.</param>
/// <param name="ExpiresOn">Last day; null: until it is withdrawn.</param>
public readonly record struct ConsentTerms(int Wording, DateTimeOffset At, DateOnly? ExpiresOn);

/// <summary>
/// That a person allows a part of their profile to be shown to an audience (GDPR, articles 6 (1) a and 7). A line of a
/// ledger: it is never changed but for its withdrawal, so that it can be told later what was allowed when.
/// </summary>
public sealed class Consent
{
    /// <summary>The text that is shown now when somebody is asked.</summary>
    public const int CurrentWording = 1;

    private Consent() { }

    internal Consent(Guid personId, ProfileField field, ConsentPurpose purpose, Audience audience, ConsentTerms terms)
    {
        Id = Guid.CreateVersion7();
        (PersonId, Field, Purpose, Audience) = (personId, field, purpose, audience);
        (Wording, GivenAt, ExpiresOn) = (terms.Wording, terms.At, terms.ExpiresOn);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public ProfileField Field { get; private set; }

    public ConsentPurpose Purpose { get; private set; }

    public Audience Audience { get; private set; }

    /// <summary>Number of the text that was agreed to.</summary>
    public int Wording { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>Last day; null: until it is withdrawn.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>True while it allows something.</summary>
    public bool Holds(DateOnly today) => WithdrawnAt is null && (ExpiresOn is null || today <= ExpiresOn);

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
