using System.Globalization;
using System.Resources;
using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Discussions;
using Beirat.Network.Events;
using Beirat.Network.Notices;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Search;
using Beirat.Network.Web.AdviceRequests;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Live;
using Beirat.Network.Web.Notices;
using Beirat.Network.Web.Search;

namespace Beirat.Network.Web.Privacy;

/// <summary>Names and values of an export in words.</summary>
internal static class DataWords
{
    public static string Part(string name) => Find(PrivacyTexts.ResourceManager, $"Part_{name}") ?? name switch
    {
        "searches" => SearchTexts.SavedTitle,
        "adviceRequests" => $"{Say.Before(AdviceRequestsTexts.ListTitle)} {AdviceRequestsTexts.List_Mine}",
        "adviceAnswers" => $"{Say.Before(AdviceRequestsTexts.ListTitle)} {AdviceRequestsTexts.List_ToMe}",
        "adviceDrafts" => AdviceRequestsTexts.DraftTitle,
        "adviceFiles" => AdviceRequestsTexts.FilesOfRequests,
        "adviceComments" => AdviceRequestsTexts.Comments,
        "adviceReminders" => AdviceRequestsTexts.Reminders,
        "mailRhythm" => AdviceRequestsTexts.RhythmTitle,
        "noticeWishes" => NoticesTexts.WishesTitle,
        "threadFollows" => NoticesTexts.FollowedThreads,
        "pushDevices" => NoticesTexts.Devices,
        _ => name,
    };

    public static string Name(string name) => Find(PrivacyTexts.ResourceManager, $"Name_{name}") ?? name switch
    {
        "kind" => SearchTexts.KindLabel,
        "time" => SearchTexts.SavedTime,
        "adviceAnswer" => AdviceRequestsTexts.YourAnswer,
        "adviceStep" => AdviceRequestsTexts.Reminders,
        "showsPresence" => LiveTexts.PresenceTitle,
        "quiet" => AdviceRequestsTexts.Quiet,
        "weekly" => AdviceRequestsTexts.Weekly,
        "threadMails" => NoticesTexts.WishesThreads,
        "callMails" => NoticesTexts.WishesCalls,
        "pushThreads" => NoticesTexts.PushThreads,
        "pushAddress" => NoticesTexts.DeviceAddress,
        "device" => NoticesTexts.Device,
        "follows" => NoticesTexts.Follow,
        "digestOn" => AdviceRequestsTexts.MailSubjectWeekly,
        _ => name,
    };

    public static string Value(string name, string value)
    {
        if (Find(PrivacyTexts.ResourceManager, $"Choice_{name}_{value}") is { } words) return words;
        if (DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return When.Time(at);
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return When.Day(day);
        return name switch
        {
            "language" => Say.Language(value),
            "level" when Enum.TryParse<LanguageLevel>(value, ignoreCase: true, out var level) && Enum.IsDefined(level) => Say.Level(level),
            "uses" when Enum.TryParse<LanguageUses>(value, ignoreCase: true, out var uses) => Say.Uses(uses),
            "kind" when Enum.TryParse<SubjectKind>(value, ignoreCase: true, out var kind) && Enum.IsDefined(kind) => Say.Kind(kind),
            "time" when Enum.TryParse<SearchTime>(value, ignoreCase: true, out var time) && Enum.IsDefined(time) => Say.Time(time),
            "adviceAnswer" when Enum.TryParse<AdviceAnswer>(value, ignoreCase: true, out var answer) && Enum.IsDefined(answer) => Say.Answer(answer),
            "adviceStep" when Enum.TryParse<AdviceReminderStep>(value, ignoreCase: true, out var step) && Enum.IsDefined(step) => Say.Reminder(step),
            "threadMails" or "callMails" when Enum.TryParse<NoticePace>(value, ignoreCase: true, out var pace) && Enum.IsDefined(pace) => Say.Pace(pace),
            "weekly" or "showsPresence" or "pushThreads" or "follows" => Find(PrivacyTexts.ResourceManager, $"Choice_staysFindable_{value}") ?? value,
            "reaction" when Enum.TryParse<ReactionKind>(value, ignoreCase: true, out var reaction) && Enum.IsDefined(reaction) => Say.Reaction(reaction),
            "questionState" when Enum.TryParse<QuestionState>(value, ignoreCase: true, out var question) && Enum.IsDefined(question) => Say.State(question),
            "reportReason" when Enum.TryParse<ReportReason>(value, ignoreCase: true, out var wrong) && Enum.IsDefined(wrong) => Say.Reason(wrong),
            "roles" => Say.List(value.Split(", ").Select(Role)),
            "part" when Enum.TryParse<PersonPart>(value, ignoreCase: true, out var part) && Enum.IsDefined(part) => Say.Part(part),
            _ => value,
        };
    }

    private static string Role(string value) => Enum.TryParse<AccountRole>(value, ignoreCase: true, out var role) && Enum.IsDefined(role) ? Say.Role(role) : value;

    private static string? Find(ResourceManager texts, string key) => texts.GetString(key, CultureInfo.CurrentUICulture);
}
