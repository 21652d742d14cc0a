using System.Net.Mail;
using Beirat.Network.Common;
using Beirat.Network.Topics;

namespace Beirat.Network.People;

/// <summary>The line under the name, the text, and how to reach the person. The text is Markdown.</summary>
public sealed record AboutChange(string Headline, string About, string Email, string Phone) : ProfileChange
{
    internal override IReadOnlyDictionary<string, Refusal> Refusals(TopicScheme topics)
    {
        var faults = new Dictionary<string, Refusal>();
        faults.Text("headline", Headline, ProfileRules.MaxLine);
        faults.Text("about", About, ProfileRules.MaxAbout);
        faults.Text("email", Email, ProfileRules.MaxEmail);
        faults.Text("phone", Phone, ProfileRules.MaxPhone);
        if (Email.Length > 0 && !(MailAddress.TryCreate(Email, out var address) && address.Address == Email)) faults["email"] = Refusal.NotAnAddress;
        if (Phone.Length > 0 && !Phone.All(c => char.IsAsciiDigit(c) || " +-/()".Contains(c, StringComparison.Ordinal))) faults["phone"] = Refusal.NotAnAddress;
        return faults;
    }

    internal override void Apply(Person person)
    {
        person.Describe(TextRules.Clean(Headline), TextRules.Clean(About));
        person.BeReached(Email.Trim(), Phone.Trim());
    }
}

/// <summary>All languages of the person.</summary>
public sealed record LanguagesChange(IReadOnlyList<SpokenLanguage> Rows) : ProfileChange
{
    internal override IReadOnlyDictionary<string, Refusal> Refusals(TopicScheme topics)
    {
        var faults = new Dictionary<string, Refusal>();
        faults.Rows(Rows);
        for (var i = 0; i < Rows.Count; i++)
            if (!Languages.IsSpoken(Rows[i].Code)) faults[$"rows-{i}-code"] = Refusal.UnknownLanguage;
        return faults;
    }

    internal override void Apply(Person person) => person.SpeakOnly(Rows);
}

/// <summary>All professions of the person, each with a degree or without.</summary>
public sealed record ProfessionsChange(IReadOnlyList<HeldProfession> Rows) : ProfileChange
{
    internal override IReadOnlyDictionary<string, Refusal> Refusals(TopicScheme topics)
    {
        var faults = new Dictionary<string, Refusal>();
        faults.Rows(Rows);
        for (var i = 0; i < Rows.Count; i++)
        {
            faults.Text($"rows-{i}-title", Rows[i].Title, ProfileRules.MaxLine, required: true);
            faults.Text($"rows-{i}-degree", Rows[i].Degree ?? string.Empty, ProfileRules.MaxLine);
        }

        return faults;
    }

    internal override void Apply(Person person) => person.PractiseOnly(Rows.Select(r =>
        new HeldProfession(TextRules.Clean(r.Title), TextRules.Clean(r.Degree) is { Length: > 0 } degree ? degree : null)));
}

/// <summary>All topics of the person, each with a sentence.</summary>
public sealed record TopicsChange(IReadOnlyList<OwnTopic> Rows) : ProfileChange
{
    internal override IReadOnlyDictionary<string, Refusal> Refusals(TopicScheme topics)
    {
        var faults = new Dictionary<string, Refusal>();
        faults.Rows(Rows);
        for (var i = 0; i < Rows.Count; i++)
        {
            if (!topics.ById.ContainsKey(Rows[i].Topic)) faults[$"rows-{i}-topic"] = Refusal.UnknownTopic;
            faults.Text($"rows-{i}-note", Rows[i].Note, ProfileRules.MaxNote);
        }

        return faults;
    }

    internal override void Apply(Person person) => person.KnowOnly(Rows.Select(r => (r.Topic, TextRules.Clean(r.Note))));
}

/// <summary>All experience entries of the person, in their order.</summary>
public sealed record ExperienceChange(IReadOnlyList<ExperienceEntry> Rows) : ProfileChange
{
    private const int EarliestYear = LikelyDays.FirstYear;
    private const int LatestYear = LikelyDays.LastYear;

    internal override IReadOnlyDictionary<string, Refusal> Refusals(TopicScheme topics)
    {
        var faults = new Dictionary<string, Refusal>();
        faults.Rows(Rows);
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            faults.Text($"rows-{i}-title", row.Title, ProfileRules.MaxLine, required: true);
            faults.Text($"rows-{i}-place", row.Place, ProfileRules.MaxLine);
            faults.Text($"rows-{i}-note", row.Note, ProfileRules.MaxNote);
            if (row.FromYear is < EarliestYear or > LatestYear) faults[$"rows-{i}-from"] = Refusal.NotADate;
            if (row.UntilYear is < EarliestYear or > LatestYear) faults[$"rows-{i}-until"] = Refusal.NotADate;
            else if (row.UntilYear < row.FromYear) faults[$"rows-{i}-until"] = Refusal.ReversedDates;
        }

        return faults;
    }

    internal override void Apply(Person person) => person.ExperienceOnly(Rows.Select(r =>
        r with { Title = TextRules.Clean(r.Title), Place = TextRules.Clean(r.Place), Note = TextRules.Clean(r.Note) }));
}

/// <summary>Districts and communities in which the person is known.</summary>
public sealed record ReachChange(IReadOnlyList<string> Districts, IReadOnlyList<string> Communities) : ProfileChange
{
    internal override IReadOnlyDictionary<string, Refusal> Refusals(TopicScheme topics)
    {
        var faults = new Dictionary<string, Refusal>();
        Check("districts", Districts);
        Check("communities", Communities);
        return faults;

        void Check(string field, IReadOnlyList<string> values)
        {
            if (values.Count > ProfileRules.MaxRows) faults[field] = Refusal.TooMany;
            foreach (var value in values) faults.Text(field, value, ProfileRules.MaxLine);
        }
    }

    internal override void Apply(Person person) => person.Reach(Cleaned(Districts), Cleaned(Communities));

    private static IEnumerable<string> Cleaned(IEnumerable<string> values) => values.Select(TextRules.Clean).Where(v => v.Length > 0);
}

/// <summary>When the person can be asked, and an absence (both days included).</summary>
public sealed record AvailabilityChange(string Note, DateOnly? AbsentFrom, DateOnly? AbsentUntil) : ProfileChange
{
    /// <summary>Fields in which something stood that is no date: "from", "until".</summary>
    public IReadOnlyCollection<string> Unreadable { get; init; } = [];

    internal override IReadOnlyDictionary<string, Refusal> Refusals(TopicScheme topics)
    {
        var faults = new Dictionary<string, Refusal>();
        faults.Text("note", Note, ProfileRules.MaxNote);
        foreach (var field in Unreadable) faults[field] = Refusal.NotADate;
        if (faults.Count > 0) return faults;
        if (AbsentFrom is null && AbsentUntil is not null) faults["from"] = Refusal.Empty;
        else if (AbsentFrom is not null && AbsentUntil is null) faults["until"] = Refusal.Empty;
        else if (AbsentUntil < AbsentFrom) faults["until"] = Refusal.ReversedDates;
        return faults;
    }

    internal override void Apply(Person person)
    {
        person.BeAvailable(TextRules.Clean(Note));
        person.BeAway(AbsentFrom is { } from ? new Period(from, AbsentUntil) : null);
    }
}
