using System.Globalization;
using System.Resources;
using System.Text.Json;
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
using Beirat.Network.Web.Account;
using Beirat.Network.Web.Advice;
using Beirat.Network.Web.AdviceRequests;
using Beirat.Network.Web.Consents;
using Beirat.Network.Web.Council;
using Beirat.Network.Web.Discussions;
using Beirat.Network.Web.Events;
using Beirat.Network.Web.Handovers;
using Beirat.Network.Web.Knowledge;
using Beirat.Network.Web.Layout;
using Beirat.Network.Web.Ledger;
using Beirat.Network.Web.Messages;
using Beirat.Network.Web.Networking;
using Beirat.Network.Web.Notices;
using Beirat.Network.Web.Organizations;
using Beirat.Network.Web.People;
using Beirat.Network.Web.Search;
using Beirat.Network.Web.SearchDesk;
using Beirat.Network.Web.Vocabulary;

namespace Beirat.Network.Web.Components;

/// <summary>Values in words, in the language of the current request.</summary>
internal static class Say
{
    public static string Format(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, Bidi.Kept(values));

    /// <summary>Words in another language than the request's, for somebody else to read.</summary>
    public static T In<T>(string language, Func<T> say)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    /// <summary>The plural form of a text for a number: keys end in the CLDR category ("_one", "_other").</summary>
    public static string Count(ResourceManager texts, string key, long number) =>
        Format(Find(texts, $"{key}_{Plural.Category(number)}") ?? Find(texts, $"{key}_other") ?? key, number);

    /// <summary>All plural forms of a text as JSON by CLDR category, for the script, which counts on while the page is open.</summary>
    public static string Forms(ResourceManager texts, string key) => JsonSerializer.Serialize(
        Plural.Categories.Select(c => (Category: c, Text: Find(texts, $"{key}_{c}"))).Where(f => f.Text is not null).ToDictionary(f => f.Category, f => f.Text));

    /// <summary>Several things, one after the other.</summary>
    public static string List(params IEnumerable<string> words) => string.Join(Comma, words);

    /// <summary>Several things of which each may have commas in it.</summary>
    public static string Groups(IEnumerable<string> words) => string.Join(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ar" ? "؛ " : "; ", words);

    /// <summary>What stands between one thing and the next.</summary>
    public static string Comma => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ar" ? "، " : ", ";

    /// <summary>Stands before what follows a word of ours; French keeps a space in front of it that does not break.</summary>
    public static string Colon => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "\u00a0:" : ":";

    /// <summary>Words of ours before something that is told about them.</summary>
    public static string Before(string words) => words + Colon;

    /// <summary>The name of a language; of those without a text of ours as the system knows it (Unicode CLDR), else its tag.</summary>
    public static string Language(string code) => Find(LayoutTexts.ResourceManager, $"Language_{code}") ?? NameOf(code);

    private static string NameOf(string code)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(code).DisplayName;
            return name.StartsWith("Unknown", StringComparison.Ordinal) ? code : name;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    public static string Languages(IEnumerable<string> codes) => List(codes.Select(Language));

    public static string Refusal(Refusal reason) => Of(LayoutTexts.ResourceManager, "Refusal", reason);

    /// <summary>An audience as a group of people.</summary>
    public static string Group(Audience audience) => Of(ConsentsTexts.ResourceManager, "Group", audience);

    public static string Audience(Audience audience) => Find(LayoutTexts.ResourceManager, $"Audience{audience}")!;

    public static string Field(ProfileField field) => Of(ConsentsTexts.ResourceManager, "Field", field);

    /// <summary>What stands in place of a part's content when there is none.</summary>
    public static string FieldHint(ProfileField field) => field == ProfileField.Messages ? ConsentsTexts.FieldMessages : ConsentsTexts.FieldEmpty;

    public static string Purpose(ConsentPurpose purpose) => Of(ConsentsTexts.ResourceManager, "Purpose", purpose);

    public static string Kind(OrganizationKind kind) => Of(OrganizationsTexts.ResourceManager, "Kind", kind);

    public static string Kind(EventKind kind) => Of(EventsTexts.ResourceManager, "Kind", kind);

    public static string Kind(SubjectKind kind) => Of(SearchTexts.ResourceManager, "Kind", kind);

    public static string Time(SearchTime time) => Of(SearchTexts.ResourceManager, "Time", time);

    public static string Kind(EvidenceKind kind) => Of(AdviceTexts.ResourceManager, "Evidence", kind);

    public static string Kind(MandateChangeKind kind) => Of(MandateTexts.ResourceManager, "Kind", kind);

    public static string Kind(HandoverItemKind kind) => Of(HandoversTexts.ResourceManager, "Kind", kind);

    public static string Kind(AttachmentKind kind) => Of(KnowledgeTexts.ResourceManager, "Kind", kind);

    /// <summary>How far a file can be searched.</summary>
    public static string Reading(AttachmentReading reading) => Of(KnowledgeTexts.ResourceManager, "Reading", reading);

    /// <summary>In what an article began.</summary>
    public static string Origin(SubjectKind kind) => Find(KnowledgeTexts.ResourceManager, $"Origin_{kind}") ?? Kind(kind);

    /// <summary>Bytes in the largest fitting unit.</summary>
    public static string Size(int bytes) => bytes < 1_000_000
        ? $"{Math.Max(1, bytes / 1_000).ToString("N0", CultureInfo.CurrentCulture)} kB"
        : $"{(bytes / 1_000_000m).ToString("0.#", CultureInfo.CurrentCulture)} MB";

    public static string Rule(CouncilRuleName rule) => Of(MandateTexts.ResourceManager, "Rule", rule);

    public static string Timeline(TimelineKind kind) => Of(CouncilTexts.ResourceManager, "Timeline", kind);

    /// <summary>A place on a seat by its order: 0 is the member's.</summary>
    public static string Place(int order) => order == 0 ? MandateTexts.Holder : order == 1 ? MandateTexts.Deputy : Format(MandateTexts.DeputyOrder, order);

    /// <summary>Who wrote; somebody who had their data erased has no name any more.</summary>
    public static string Sender(string name) => name.Length > 0 ? name : MessagesTexts.SenderErased;

    /// <summary>What became of a claim.</summary>
    public static string State(ClaimView claim) => claim.State switch
    {
        ClaimState.Confirmed => Format(AccountTexts.Claim_Confirmed, When.Day(claim.DecidedAt!.Value)),
        ClaimState.Declined => Format(AccountTexts.Claim_Declined, claim.Reason),
        _ => AccountTexts.Claim_Open,
    };

    public static string Kind(AdviceKind kind) => Of(AdviceRequestsTexts.ResourceManager, "Kind", kind);

    public static string State(AdviceState state) => Of(AdviceRequestsTexts.ResourceManager, "State", state);

    /// <summary>What somebody answered, told by others.</summary>
    public static string Answer(AdviceAnswer answer) => Of(AdviceRequestsTexts.ResourceManager, "Answer", answer);

    /// <summary>What somebody answers, in their own words.</summary>
    public static string Choice(AdviceAnswer answer) => Of(AdviceRequestsTexts.ResourceManager, "Choice", answer);

    public static string Confidentiality(AdviceConfidentiality level) => Of(AdviceRequestsTexts.ResourceManager, "Level", level);

    public static string Verdict(AdviceVerdict verdict) => Of(AdviceRequestsTexts.ResourceManager, "Verdict", verdict);

    public static string Step(AdviceStep step) => Of(AdviceRequestsTexts.ResourceManager, "Step", step);

    public static string List(AdviceList list) => Of(AdviceRequestsTexts.ResourceManager, "List", list);

    public static string Reminder(AdviceReminderStep step) => Of(AdviceRequestsTexts.ResourceManager, "Reminder", step);

    public static string Kind(NodeKind kind) => Of(NetworkingTexts.ResourceManager, "Node", kind);

    public static string Tie(TieKind kind) => Of(NetworkingTexts.ResourceManager, "Tie", kind);

    /// <summary>What the first of two organisations is to the second.</summary>
    public static string Outgoing(OrganizationRelationKind kind) => Of(NetworkingTexts.ResourceManager, "Out", kind);

    /// <summary>What the second of two organisations is to the first.</summary>
    public static string Incoming(OrganizationRelationKind kind) => Of(NetworkingTexts.ResourceManager, "In", kind);

    public static string Role(MembershipRole role) => Of(PeopleTexts.ResourceManager, "Role", role);

    public static string Role(AccountRole role) => Of(AccountTexts.ResourceManager, "Role", role);

    public static string State(ConversationState state) => Of(MessagesTexts.ResourceManager, "State", state);

    public static string State(ConceptState state) => Of(VocabularyTexts.ResourceManager, "State", state);

    public static string State(ContestState state) => Of(LedgerTexts.ResourceManager, "State", state);

    public static string State(ExpectedOutcome outcome) => Of(QualityTexts.ResourceManager, "Outcome", outcome);

    public static string Place(MissPlace place) => Of(QualityTexts.ResourceManager, "MissPlace", place);

    public static string Part(PersonPart part) => Of(PeopleTexts.ResourceManager, "Part", part);

    public static string Part(OrganizationPart part) => Of(OrganizationsTexts.ResourceManager, "Part", part);

    public static string Level(LanguageLevel level) => Of(PeopleTexts.ResourceManager, "Level", level);

    public static string Uses(LanguageUses uses) => List(Enum.GetValues<LanguageUses>()
        .Where(u => u != LanguageUses.None && uses.HasFlag(u)).Select(u => Of(PeopleTexts.ResourceManager, "Uses", u)));

    public static string Function(SeatFunction function) => Format(function switch
    {
        { IsDeputy: true } => CouncilTexts.Function_Deputy,
        { Category: SeatCategory.CouncilMember } => CouncilTexts.Function_Council,
        _ => CouncilTexts.Function_Member,
    }, function.Number);

    /// <summary>The name of a person; that of somebody who was erased is empty.</summary>
    public static string Author(string name) => name.Length == 0 ? DiscussionsTexts.FormerMember : name;

    public static string Capacity(Capacity capacity) => capacity switch
    {
        // Of somebody who was erased only the kind of role is left.
        { Kind: CapacityKind.Member, SeatNumber: null } => DiscussionsTexts.Former_Member,
        { Kind: CapacityKind.Deputy, SeatNumber: null } => DiscussionsTexts.Former_Deputy,
        { Kind: CapacityKind.Organization, OrganizationName: null } => DiscussionsTexts.Former_Organization,
        _ => Held(capacity),
    };

    private static string Held(Capacity capacity) => capacity.Kind switch
    {
        CapacityKind.Member => Format(DiscussionsTexts.Capacity_Member, capacity.SeatNumber),
        CapacityKind.Deputy => Format(DiscussionsTexts.Capacity_Deputy, capacity.SeatNumber),
        CapacityKind.Organization => Format(
            DiscussionsTexts.Capacity_Organization, capacity.OrganizationName, capacity.Role is { } role ? Role(role) : string.Empty),
        _ => DiscussionsTexts.Capacity_Private,
    };

    /// <summary>Who reads a thread, by the name that records hold.</summary>
    public static string Reach(string name) => DiscussionReach.TryParse(name, out var audience, out var circle) && !circle ? Audience(audience) : ThreadsTexts.Circle;

    public static string State(QuestionState state) => Of(ModerationTexts.ResourceManager, "Question", state);

    /// <summary>A step of a question as a button.</summary>
    public static string Step(QuestionState state) => Of(ModerationTexts.ResourceManager, "Step", state);

    public static string Reason(ReportReason reason) => Of(ModerationTexts.ResourceManager, "Reason", reason);

    public static string State(ReportState state) => Of(ModerationTexts.ResourceManager, "Report", state);

    /// <summary>What the office decides, as a choice.</summary>
    public static string Decision(ReportState state) => Of(ModerationTexts.ResourceManager, "Decide", state);

    public static string Pace(NoticePace pace) => Of(NoticesTexts.ResourceManager, "Pace", pace);

    public static string Reaction(ReactionKind kind) => Of(PostsTexts.ResourceManager, "Reaction", kind);

    public static string Kind(TranslationKind kind) => Of(PostsTexts.ResourceManager, "Translation", kind);

    /// <summary>Which language, how it was made, by whom and when.</summary>
    public static string Translation(TranslationView translation) =>
        $"{Before(Language(translation.Language))} {List(Kind(translation.Kind), translation.By is { } by ? Author(by.Name) : DiscussionsTexts.FormerMember, When.Day(translation.At))}";

    /// <summary>What was done to a thread, when and by whom.</summary>
    public static string Act(ActView act) => Format(
        Of(ThreadsTexts.ResourceManager, "Act", act.Kind), When.Day(act.At),
        act.ByStaff ? ThreadsTexts.ActOffice : act.By is { } by ? Author(by.Name) : DiscussionsTexts.FormerMember,
        act.Kind is DiscussionActKind.Widened or DiscussionActKind.Narrowed ? Reach(act.From) : string.Empty,
        act.Kind is DiscussionActKind.Widened or DiscussionActKind.Narrowed ? Reach(act.To) : string.Empty);

    private static string? Find(ResourceManager texts, string key) => texts.GetString(key, CultureInfo.CurrentUICulture);

    private static string Of<T>(ResourceManager texts, string prefix, T value) where T : Enum =>
        Find(texts, $"{prefix}_{value}") ?? throw new MissingManifestResourceException($"{prefix}_{value}");
}
