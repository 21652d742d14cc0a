using System.Globalization;
using System.Resources;
using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.Networking;
using Beirat.Network.Organizations;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Web.Account;
using Beirat.Network.Web.Advice;
using Beirat.Network.Web.Council;
using Beirat.Network.Web.Discussions;
using Beirat.Network.Web.Events;
using Beirat.Network.Web.Layout;
using Beirat.Network.Web.Networking;
using Beirat.Network.Web.Organizations;
using Beirat.Network.Web.People;
using Beirat.Network.Web.Search;

namespace Beirat.Network.Web.Components;

/// <summary>Values in words, in the language of the current request.</summary>
internal static class Say
{
    public static string Format(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>The plural form of a text for a number: keys end in the CLDR category ("_one", "_other").</summary>
    public static string Count(ResourceManager texts, string key, long number) =>
        Format(Find(texts, $"{key}_{Plural.Category(number)}") ?? Find(texts, $"{key}_other") ?? key, number);

    public static string Language(string code) => Find(LayoutTexts.ResourceManager, $"Language_{code}") ?? code;

    public static string Languages(IEnumerable<string> codes) => string.Join(", ", codes.Select(Language));

    public static string Refusal(Refusal reason) => Of(LayoutTexts.ResourceManager, "Refusal", reason);

    public static string Audience(Audience audience) => Find(LayoutTexts.ResourceManager, $"Audience{audience}")!;

    public static string Kind(OrganizationKind kind) => Of(OrganizationsTexts.ResourceManager, "Kind", kind);

    public static string Kind(EventKind kind) => Of(EventsTexts.ResourceManager, "Kind", kind);

    public static string Kind(SubjectKind kind) => Of(SearchTexts.ResourceManager, "Kind", kind);

    public static string Kind(EvidenceKind kind) => Of(AdviceTexts.ResourceManager, "Evidence", kind);

    public static string Kind(NodeKind kind) => Of(NetworkingTexts.ResourceManager, "Node", kind);

    public static string Tie(TieKind kind) => Of(NetworkingTexts.ResourceManager, "Tie", kind);

    /// <summary>What the first of two organisations is to the second.</summary>
    public static string Outgoing(OrganizationRelationKind kind) => Of(NetworkingTexts.ResourceManager, "Out", kind);

    /// <summary>What the second of two organisations is to the first.</summary>
    public static string Incoming(OrganizationRelationKind kind) => Of(NetworkingTexts.ResourceManager, "In", kind);

    public static string Role(MembershipRole role) => Of(PeopleTexts.ResourceManager, "Role", role);

    public static string Role(AccountRole role) => Of(AccountTexts.ResourceManager, "Role", role);

    public static string Part(PersonPart part) => Of(PeopleTexts.ResourceManager, "Part", part);

    public static string Part(OrganizationPart part) => Of(OrganizationsTexts.ResourceManager, "Part", part);

    public static string Uses(LanguageUses uses) => string.Join(", ", Enum.GetValues<LanguageUses>()
        .Where(u => u != LanguageUses.None && uses.HasFlag(u)).Select(u => Of(PeopleTexts.ResourceManager, "Uses", u)));

    public static string Function(SeatFunction function) => Format(function switch
    {
        { IsDeputy: true } => CouncilTexts.Function_Deputy,
        { Category: SeatCategory.CouncilMember } => CouncilTexts.Function_Council,
        _ => CouncilTexts.Function_Member,
    }, function.Number);

    public static string Capacity(Capacity capacity) => capacity.Kind switch
    {
        CapacityKind.Member => Format(DiscussionsTexts.Capacity_Member, capacity.SeatNumber),
        CapacityKind.Deputy => Format(DiscussionsTexts.Capacity_Deputy, capacity.SeatNumber),
        CapacityKind.Organization => Format(
            DiscussionsTexts.Capacity_Organization, capacity.OrganizationName, capacity.Role is { } role ? Role(role) : string.Empty),
        _ => DiscussionsTexts.Capacity_Private,
    };

    private static string? Find(ResourceManager texts, string key) => texts.GetString(key, CultureInfo.CurrentUICulture);

    private static string Of<T>(ResourceManager texts, string prefix, T value) where T : Enum =>
        Find(texts, $"{prefix}_{value}") ?? throw new MissingManifestResourceException($"{prefix}_{value}");
}
