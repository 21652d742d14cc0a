using Beirat.Network.Endorsements;
using Beirat.Network.Ledger;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Mail;
using Beirat.Network.Messages;
using Beirat.Network.Notices;
using Beirat.Network.SavedSearches;
using Beirat.Network.Web.AdviceRequests;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Ledger;
using Beirat.Network.Web.Notices;
using Beirat.Network.Web.Search;

namespace Beirat.Network.Web.Mail;

/// <summary>Mails in words. Links lead to the portal by its public address, or the one that the request came to.</summary>
internal sealed class PortalMails(PortalSettings settings, IHttpContextAccessor requests, StopTokens stops) : IMailWords
{
    private string Portal => settings.PublicUrl ?? (requests.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : PortalSettings.DefaultUrl);

    public MailText Of(Notice notice, string language) => Say.In(language, () => notice switch
    {
        MessageArrived message => new MailText(
            Say.Format(MailTexts.MessageSubject, message.Sender),
            Letter(Opening(message), Quoted(message.Text), Say.Format(MailTexts.MessageAnswer, $"{Portal}/konto/nachrichten/{message.ConversationId}"), MailTexts.MessageWhy)),
        LinkMade link => new MailText(
            Say.Format(MailTexts.LinkSubject, link.Recipient),
            Letter(Say.Format(MailTexts.LinkOpening, link.Recipient), Say.Format(MailTexts.LinkAddress, $"{Portal}/nachrichten/{link.Secret}"), MailTexts.LinkWhy)),
        AnswerArrived answer => new MailText(
            Say.Format(MailTexts.AnswerSubject, answer.Recipient),
            Letter(Say.Format(MailTexts.AnswerOpening, answer.Recipient), Say.Format(MailTexts.AnswerAddress, Portal + PathOf(answer)), MailTexts.AnswerWhy)),
        SearchesFound found => new MailText(
            Say.Count(SearchTexts.ResourceManager, "NewHits", found.Searches.Sum(s => s.Value)),
            Letter(SearchTexts.SavedMailOpening, string.Join('\n', found.Searches.Select(s => $"- {s.Key}: {Say.Count(SearchTexts.ResourceManager, "NewHits", s.Value)}")),
                Say.Format(SearchTexts.SavedMailWhere, $"{Portal}/konto/suchen"))),
        EndorsementMade made => new MailText(
            Say.Format(LedgerTexts.MailEndorsed, made.By),
            Letter(Say.Format(LedgerTexts.MailEndorsedText, made.By, made.Topic), Quoted(made.Text), Say.Format(LedgerTexts.MailEndorsedWhere, Portal + LedgerAddress.Own))),
        EntryContested contested => new MailText(
            Say.Format(LedgerTexts.MailContested, contested.Person),
            Letter(Say.Format(LedgerTexts.MailContestedText, contested.Person, Say.Kind(contested.Kind), contested.Title), Quoted(contested.Reason),
                Say.Format(LedgerTexts.MailContestedWhere, $"{Portal}{LedgerAddress.Staff}/{contested.ContestId}"))),
        ContestDecided decided => new MailText(
            LedgerTexts.MailDecided,
            Letter([Say.Format(decided.Counts ? LedgerTexts.MailKept : LedgerTexts.MailExcluded, Say.Kind(decided.Kind), decided.Title),
                .. decided.Note.Length > 0 ? [Quoted(decided.Note)] : Array.Empty<string>(), Say.Format(LedgerTexts.MailDecidedWhere, Portal + LedgerAddress.Own)])),
        EndorsementDecided decided => new MailText(
            Say.Format(LedgerTexts.MailEndorsement, decided.Person),
            Letter(Say.Format(decided.Counts ? LedgerTexts.MailEndorsementKept : LedgerTexts.MailEndorsementExcluded, decided.Person, decided.Title))),
        AdviceNews news => new MailText(
            news.Weekly ? AdviceRequestsTexts.MailSubjectWeekly : Say.Count(AdviceRequestsTexts.ResourceManager, "MailSubject", news.Lines.Count),
            Letter([.. news.Lines.Select(Told), news.Weekly ? AdviceRequestsTexts.MailWhyWeekly : Say.Format(AdviceRequestsTexts.MailWhy, $"{Portal}/konto/benachrichtigungen")])),
        ThreadNews news => Told(news),
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.GetType().Name, "There are no words for it."),
    });

    // One thing, with its own address: who reads it on a telephone taps once.
    private string Told(AdviceNewsLine line)
    {
        var from = line.From.Length > 0 ? line.From : AdviceRequestsTexts.MailSomebody;
        var words = line.Step switch
        {
            AdviceReminderStep.Asked => Say.Format(AdviceRequestsTexts.Mail_Asked, from, When.Day(line.Deadline)),
            AdviceReminderStep.FirstReminder => Say.Format(AdviceRequestsTexts.Mail_FirstReminder, from, When.Day(line.Deadline)),
            AdviceReminderStep.SecondReminder => Say.Format(AdviceRequestsTexts.Mail_SecondReminder, from, When.Day(line.Deadline)),
            AdviceReminderStep.DeadlineNear => Say.Format(AdviceRequestsTexts.Mail_DeadlineNear, from, When.Day(line.Deadline)),
            AdviceReminderStep.Unanswered => Say.Format(AdviceRequestsTexts.Mail_Unanswered, line.About, from, When.Day(line.Deadline)),
            AdviceReminderStep.NobodyLeft => Say.Format(AdviceRequestsTexts.Mail_NobodyLeft, from, When.Day(line.Deadline)),
            AdviceReminderStep.DeadlinePassed => Say.Format(AdviceRequestsTexts.Mail_DeadlinePassed, from, When.Day(line.Deadline)),
            _ => AdviceRequestsTexts.Mail_Delivered,
        };
        return $"{words}\n{Portal}/beratung/anfragen/{line.RequestId}";
    }

    private MailText Told(ThreadNews news)
    {
        var stop = Portal + stops.AddressOf(news.AccountId);
        var subject = news.Threads switch
        {
            [{ Asked: true }] => NoticesTexts.MailSubjectAsked,
            [{ Called: true }] => NoticesTexts.MailSubjectCalled,
            _ => Say.Count(NoticesTexts.ResourceManager, "MailSubject", news.Threads.Sum(t => t.Posts)),
        };
        return new MailText(subject, Letter([
            NoticesTexts.MailOpening, .. news.Threads.Select(Told), Say.Format(NoticesTexts.MailWhy, $"{Portal}/konto/mitteilungen"), Say.Format(NoticesTexts.MailStop, stop)])) { Stop = stop };
    }

    private string Told(ThreadNewsLine line)
    {
        string[] words = [Say.Count(NoticesTexts.ResourceManager, "NewPosts", line.Posts) + ".", .. line.Called ? [NoticesTexts.MailCalled] : Array.Empty<string>(), .. line.Asked ? [NoticesTexts.MailAsked] : Array.Empty<string>()];
        return $"{line.Title ?? NoticesTexts.MailClosed}\n{string.Join(' ', words)}\n{Portal}/diskussionen/{line.DiscussionId}?beitrag={line.First}#beitrag-{line.First}";
    }

    private static string PathOf(AnswerArrived answer) =>
        answer.Secret is { } secret ? $"/nachrichten/{secret}" : $"/konto/nachrichten/{answer.ConversationId}";

    private static string Opening(MessageArrived message) => message.Organization is { } organization
        ? Say.Format(MailTexts.MessageOpeningAbout, message.Sender, organization)
        : Say.Format(MailTexts.MessageOpening, message.Sender);

    // Marked line by line: nobody writes on in the portal's name.
    private static string Quoted(string text) => string.Join('\n', text.Split('\n').Select(line => $"> {line}"));

    private static string Letter(params string[] parts) => string.Join("\n\n", [MailTexts.Greeting, .. parts, MailTexts.Closing]) + "\n";
}
