using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.Messages;
using Beirat.Network.Handovers;
using Beirat.Network.Knowledge;
using Beirat.Network.Ledger;
using Beirat.Network.Networking;
using Beirat.Network.Notices;
using Beirat.Network.Organizations;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.SearchDesk;
using Beirat.Network.Vocabulary;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Layout;
using Xunit;

namespace Beirat.Network.Architecture.Tests;

/// <summary>Every value has its words, every text its place.</summary>
public sealed partial class TextTests
{
    // Proper names and words that are the same in both languages.
    private const int LongestSame = 14;

    private static IEnumerable<SourceFile> Texts => Sources.Of("src", ".resx");

    /// <summary>The German texts, which every other language follows.</summary>
    private static IEnumerable<SourceFile> Resources => Texts.Where(f => f.Name.Count(c => c == '.') == 1);

    public static TheoryData<string> Files => [.. Resources.Select(f => f.Path)];

    public static TheoryData<string, string> Translations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Resources)
            {
                foreach (var (code, _) in InterfaceLanguages.All.Where(l => l.Code != InterfaceLanguages.Default)) data.Add(file.Path, code);
            }

            return data;
        }
    }

    [Fact]
    public void Every_value_that_is_shown_has_its_words()
    {
        All<Refusal>(Say.Refusal);
        All<Audience>(Say.Audience);
        All<OrganizationKind>(Say.Kind);
        All<EventKind>(Say.Kind);
        All<SubjectKind>(Say.Kind, except: [SubjectKind.Concept, SubjectKind.Everything, SubjectKind.Erased, SubjectKind.Session, SubjectKind.Account]);
        All<SearchTime>(Say.Time);
        All<EvidenceKind>(Say.Kind);
        All<MandateChangeKind>(Say.Kind);
        All<ProfileField>(Say.Field);
        All<QuestionState>(Say.State);
        All<QuestionState>(Say.Step, except: [QuestionState.NotForMe]);
        All<ReportReason>(Say.Reason);
        All<ReportState>(Say.State);
        All<ReportState>(Say.Decision, except: [ReportState.Open]);
        All<ReactionKind>(Say.Reaction);
        All<NoticePace>(Say.Pace);
        All<TranslationKind>(Say.Kind);
        All<DiscussionActKind>(k => Say.Act(new ActView(k, default, true, null, 0, string.Empty, "Members", "Public")));
        All<ConsentPurpose>(Say.Purpose);
        All<LanguageLevel>(Say.Level);
        All<Audience>(Say.Group);
        All<HandoverItemKind>(Say.Kind);
        All<CouncilRuleName>(Say.Rule);
        All<TimelineKind>(Say.Timeline);
        All<NodeKind>(Say.Kind);
        All<TieKind>(Say.Tie);
        All<OrganizationRelationKind>(Say.Outgoing);
        All<AdviceKind>(Say.Kind);
        All<AdviceState>(Say.State);
        All<AdviceAnswer>(Say.Answer);
        All<AdviceAnswer>(Say.Choice, except: [AdviceAnswer.Pending]);
        All<AdviceConfidentiality>(Say.Confidentiality);
        All<AdviceVerdict>(Say.Verdict);
        All<AdviceStep>(Say.Step);
        All<AdviceList>(Say.List);
        All<AdviceReminderStep>(Say.Reminder);
        All<OrganizationRelationKind>(Say.Incoming);
        All<MembershipRole>(Say.Role);
        All<AccountRole>(Say.Role);
        All<ConversationState>(Say.State);
        All<ConceptState>(Say.State);
        All<ExpectedOutcome>(Say.State);
        All<ContestState>(Say.State);
        All<MissPlace>(Say.Place);
        All<PersonPart>(Say.Part);
        All<OrganizationPart>(Say.Part);
        All<AttachmentKind>(Say.Kind);
        All<AttachmentReading>(Say.Reading);
        All<LanguageUses>(Say.Uses, except: [LanguageUses.None]);
        All<CapacityKind>(k => Say.Capacity(new Capacity(k, 4, Guid.Empty, "Verein", MembershipRole.Chair)));
        All<SeatCategory>(c => Say.Function(new SeatFunction(4, c, 0, default)));
    }

    [Fact]
    public void Every_function_that_says_a_value_is_asked_here()
    {
        var said = typeof(Say).GetMethods(BindingFlags.Public | BindingFlags.Static).SelectMany(m => m.GetParameters()).Select(p => p.ParameterType).Where(t => t.IsEnum).Distinct();

        Assert.All(said, t => Assert.Contains($"All<{t.Name}>(", Sources.Of("tests", ".cs").Single(f => f.Name == "TextTests.cs").Text));
    }

    [Fact]
    public void Every_language_has_its_name() =>
        Assert.All(Languages.OfTexts, code => Assert.NotEqual(code, Say.Language(code)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_texts_can_be_read_and_names_no_text_twice(string path)
    {
        var entries = Entries(path).ToList();

        Assert.NotEmpty(entries);
        Assert.Distinct(entries.Select(e => e.Key));
        Assert.All(entries, e => Assert.False(string.IsNullOrWhiteSpace(e.Value), $"{e.Key} is empty."));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_text_is_used_somewhere(string path)
    {
        var texts = Path.GetFileName(path).Split('.')[0];
        var code = string.Join('\n', Sources.Of("src/Beirat.Network.Web", ".cs", ".razor").Select(f => f.Text));
        var prefixes = Prefix().Matches(code).Where(m => m.Groups[1].Value == texts).Select(m => m.Groups[2].Value).ToHashSet();

        var dead = Entries(path).Select(e => e.Key).Where(key =>
            !code.Contains($"{texts}.{key}", StringComparison.Ordinal) && !prefixes.Any(p => key.StartsWith(p, StringComparison.Ordinal)));

        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_file_of_texts_is_complete_in_every_language(string path, string language)
    {
        var german = Entries(path).ToDictionary();
        var other = Entries(path.Replace(".resx", $".{language}.resx", StringComparison.Ordinal)).ToDictionary();
        var wanted = Wanted(german, language);

        Assert.Empty(wanted.Keys.Except(other.Keys));
        Assert.Empty(other.Keys.Except(wanted.Keys));
        Assert.All(other, o => Assert.False(string.IsNullOrWhiteSpace(o.Value), $"{o.Key} is empty."));
        Assert.All(other, o => Assert.True(Fits(Places(wanted[o.Key]), Places(o.Value), o.Key), $"{o.Key}: {wanted[o.Key]} | {o.Value}"));
        Assert.DoesNotContain(other, o => o.Value.Length > LongestSame && german.TryGetValue(o.Key, out var same) && same == o.Value && !Untranslated().IsMatch(same));
    }

    [Fact]
    public void No_language_has_texts_that_the_portal_does_not_offer() =>
        Assert.All(Texts.Except(Resources), f => Assert.Contains(f.Name.Split('.')[1], InterfaceLanguages.All.Select(l => l.Code)));

    [Fact]
    public void Places_for_values_are_numbered_without_gaps()
    {
        foreach (var (key, value) in Resources.SelectMany(f => Entries(f.Path)))
        {
            var places = Place().Matches(value).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order();
            Assert.True(places.SequenceEqual(Enumerable.Range(0, places.Count())), $"{key}: {value}");
        }
    }

    /// <summary>What a language must have: every text, and of what depends on a number every form that its rules know.</summary>
    private static Dictionary<string, string> Wanted(Dictionary<string, string> german, string language)
    {
        var counted = german.Keys.Where(k => k.EndsWith("_other", StringComparison.Ordinal)).Select(k => k[..^"_other".Length]).ToHashSet();
        var wanted = german.Where(e => !counted.Contains(Plurals().Replace(e.Key, string.Empty)) || !Plurals().IsMatch(e.Key)).ToDictionary();
        foreach (var key in counted)
        {
            // "None at all" may have words of its own in any language.
            foreach (var category in Plural.Of(language).Concat(german.ContainsKey($"{key}_zero") ? ["zero"] : []).Distinct())
                wanted[$"{key}_{category}"] = german.GetValueOrDefault($"{key}_{category}", german[$"{key}_other"]);
        }

        return wanted;
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    // A form for one, two or none may say the number in words, or in figures where the German does not.
    private static bool Fits(HashSet<string> wanted, HashSet<string> has, string key) => Plurals().IsMatch(key)
        ? wanted.Except(["0"]).ToHashSet().SetEquals(has.Except(["0"]))
        : has.SetEquals(wanted);

    private static void All<T>(Func<T, string> say, params T[] except) where T : struct, Enum
    {
        CultureInfo.CurrentUICulture = new CultureInfo("de");
        var texts = Enum.GetValues<T>().Except(except).Select(v => (Value: v, Text: say(v))).ToList();

        Assert.All(texts, t => Assert.False(string.IsNullOrWhiteSpace(t.Text), $"{typeof(T).Name}.{t.Value} has no words."));
        Assert.Distinct(texts.Select(t => t.Text));
    }

    private static IEnumerable<KeyValuePair<string, string>> Entries(string path) => XDocument.Load(Path.Combine(Sources.Root, path)).Root!
        .Elements("data").Select(d => KeyValuePair.Create(d.Attribute("name")!.Value, d.Element("value")!.Value));

    [GeneratedRegex("_(zero|one|two|few|many|other)$")]
    private static partial Regex Plurals();

    /// <summary>Addresses, and names that are the same everywhere.</summary>
    [GeneratedRegex(@"@|Beirat\.Network")]
    private static partial Regex Untranslated();

    /// <summary>Texts that are found by a value: "Find(XTexts.ResourceManager, "Kind_…")".</summary>
    [GeneratedRegex("""\b(\w+Texts)\.ResourceManager, \$?"(\w+)""")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();
}
