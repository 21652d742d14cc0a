using System.Text;
using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Discussions;
using Beirat.Network.Endorsements;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Ledger;
using Beirat.Network.Mail;
using Beirat.Network.Messages;
using Beirat.Network.Notices;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.SavedSearches;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Tests.Privacy;

/// <summary>Somebody who left a mark in every field that there is, so that it can be looked for afterwards.</summary>
internal static class MarkedPerson
{
    public const string Mark = "qzxw";

    public const string Password = "ein langes Passwort";

    public const string Email = $"{Mark}mail@demo.example";

    private static string Word(string field) => $"{Mark}{field}";

    public static async Task<Viewer> AddAsync(NetworkHost network)
    {
        var now = network.Time.GetUtcNow();
        var id = Guid.CreateVersion7();
        var person = new Person(id, Word("slug"), Word("given"), Word("family"));
        await network.ChangeAsync(async db =>
        {
            Fill(person, (await db.Topics.FirstAsync()).Id, now, "before");
            db.People.Add(person);
            db.Photos.Add(new PersonPhoto(id, [0xFF, 0xD8, .. Encoding.ASCII.GetBytes(Word("photo")), 0xFF]));
        });
        var faults = await network.Get<AccountDirectory>().AddAsync(Email, AccountRole.OrganizationRepresentative, id, Password);
        if (faults.Count > 0) throw new InvalidOperationException(faults[0]);
        await network.Get<AccountDirectory>().CreateTokenAsync(Email);
        var viewer = await ViewerAsync(network, id);
        await network.ChangeAsync(async db =>
        {
            // What was written before and replaced meanwhile must not be left over either.
            var again = await db.People.Include(p => p.Languages).Include(p => p.Professions).Include(p => p.Topics).Include(p => p.Experience).Include(p => p.Consents).SingleAsync(p => p.Id == id);
            Fill(again, again.Topics[0].TopicId, now.AddMinutes(1), "after");
            (await db.Users.SingleAsync(a => a.PersonId == id)).PhoneNumber = Word("accountphone");
        });
        await network.ChangeAsync(db => TakePartAsync(db, id, now));
        var discussion = await DiscussionAsync(network, id, now);
        var text = new PostText("Ein Beitrag, der bleibt.", "de", Guid.NewGuid());
        var organization = (await network.AskAsync<CapacityQuery, IReadOnlyList<Capacity>>(q => q.RunAsync(viewer))).First(c => c.Kind == CapacityKind.Organization);
        await network.AskAsync<PostReplyHandler, Outcome<PostReceipt>>(h => h.RunAsync(viewer, new PostReply(discussion, text, organization.Key)));
        return viewer;
    }

    public static async Task<Viewer> ViewerAsync(NetworkHost network, Guid person)
    {
        await using var db = network.Db();
        var account = await db.Users.SingleAsync(a => a.PersonId == person);
        return new Viewer(account.Id, person, [.. account.Roles]);
    }

    private static void Fill(Person person, Guid topic, DateTimeOffset now, string when)
    {
        person.Describe(Word($"headline{when}"), $"{Word($"about{when}")} {string.Join(' ', Enumerable.Repeat(Word("long"), 400))}");
        person.BeReached($"{Word(when)}@person.example", Word($"phone{when}"));
        person.BeAvailable(Word($"availability{when}"));
        person.BeKnownAs(Word($"external{when}"));
        person.Reach([Word($"district{when}")], [Word($"community{when}")]);
        person.Speak("ar", LanguageLevel.C2, LanguageUses.Interpret);
        person.PractiseOnly([new HeldProfession(Word($"title{when}"), Word($"degree{when}"))]);
        person.KnowOnly([(topic, Word($"note{when}"))]);
        person.ExperienceOnly([new ExperienceEntry(Word($"did{when}"), Word("place"), 2001, 2002, Word($"didnote{when}"))]);
        person.BeAway(new Period(new DateOnly(2027, 1, 1), new DateOnly(2027, 2, 1)));
        person.ShowPhoto(now);
        foreach (var field in Enum.GetValues<ProfileField>())
        {
            foreach (var purpose in Enum.GetValues<ConsentPurpose>()) person.Allow(field, purpose, Audience.Public, new ConsentTerms(1, now, null));
        }

        person.Touch(now);
    }

    private static async Task TakePartAsync(NetworkDb db, Guid id, DateTimeOffset now)
    {
        var organization = await db.Organizations.SingleAsync(o => o.Slug == "balkan-bruecke");
        db.Memberships.Add(new Membership(Guid.CreateVersion7(), id, organization.Id, MembershipRole.Chair, new Period(new DateOnly(2020, 1, 1), null)));
        var declined = new OrganizationClaim(organization.Id, id, new ClaimText(MembershipRole.Contact, new DateOnly(2020, 1, 1), Word("claim")), now);
        declined.Decline(Word("reason"), null, now);
        db.OrganizationClaims.Add(declined);
        (await db.Events.Include(e => e.People).FirstAsync()).Name(id, PersonPart.Speaker);
        (await db.Seats.Include(s => s.Assignments).SingleAsync(s => s.Number == 2)).Assign(id, 0, new Period(new DateOnly(1999, 1, 1), new DateOnly(1999, 12, 31)));
        var article = new Article(Guid.CreateVersion7(), "ein-artikel-der-bleibt", new ArticleText("Ein Artikel, der bleibt", "Sein Text bleibt auch.", "de", Audience.Public), now);
        article.Credit(id);
        db.Articles.Add(article);
        await BeginDraftAsync(db, id, article, now);
        await WriteAsync(db, id, organization, now);
        await SpeakAsync(db, id, now);
    }

    // What others say of somebody, what they say of others, what they contested and what helped them.
    private static async Task SpeakAsync(NetworkDb db, Guid id, DateTimeOffset now)
    {
        var other = await db.People.Where(p => p.Slug == "aylin-demirtas").Select(p => p.Id).SingleAsync();
        var topic = (await db.Topics.FirstAsync()).Id;
        var written = new Endorsement(Guid.CreateVersion7(), other, id, new EndorsementText(topic, Word("endorsed"), "de"), now);
        var contested = new EvidenceContest(Guid.CreateVersion7(), id, new EvidenceSource(EvidenceKind.Claim, topic), Word("contested"), Word("contestreason"), now);
        contested.Decide(true, Word("contestnote"), null, now);
        db.AddRange(
            written, contested, new Endorsement(Guid.CreateVersion7(), id, other, new EndorsementText(topic, Word("endorsing"), "de"), now),
            new EvidenceContest(Guid.CreateVersion7(), other, new EvidenceSource(EvidenceKind.Endorsement, written.Id), Word("contestedtitle"), Word("contestedreason"), now),
            new PostMark(await db.Posts.FirstAsync(p => p.AuthorId == other), id, now));
    }

    // Nobody else has seen a draft: it goes with its files. What was published is known by nobody's name any more.
    private static async Task BeginDraftAsync(NetworkDb db, Guid id, Article published, DateTimeOffset now)
    {
        var account = await db.Users.Where(a => a.PersonId == id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync();
        var draft = Article.Draft(Guid.CreateVersion7(), Word("draft"), new ArticleText(Word("drafttitle"), Word("drafttext"), "de", Audience.Members), new Viewer(account, id, []), now);
        var file = new AttachmentFile(Encoding.UTF8.GetBytes(Word("filebytes")));
        db.AddRange(draft, file, new ArticleAttachment(draft.Id, file, Word("file.txt"), AttachmentKind.Text, ExtractedText.Of(Word("filetext"))).AddedBy(id, now));
        if (account is { } helped) db.AddRange(new ArticleMark(published.Id, helped, now), new SavedSearch(helped, new SearchRequest(Word("search")), 0, now));
    }

    private static async Task WriteAsync(NetworkDb db, Guid id, Organization organization, DateTimeOffset now)
    {
        var person = new NamedLink("egal", "egal");
        var about = new NamedLink(organization.Slug, organization.Name);
        var received = new Conversation(new Recipient(id, person, organization.Id, about), new Sender(Word("sender"), $"{Mark}contact@demo.example", null, "de"), now);
        var account = await db.Users.Where(a => a.PersonId == id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync();
        var other = await db.People.Where(p => p.Slug == "aylin-demirtas").Select(p => p.Id).SingleAsync();
        var sent = new Conversation(new Recipient(other, person, null, null), new Sender(Word("myself"), null, account, "de"), now);
        db.AddRange(received, received.Write(Side.Sender, Word("message"), Guid.NewGuid(), now), received.Write(Side.Recipient, Word("answer"), Guid.NewGuid(), now));
        db.AddRange(sent, sent.Write(Side.Sender, "Diese Worte bleiben.", Guid.NewGuid(), now));
        Ask(db, new AdviceRequester(account, id, organization.Id), await db.Topics.Select(t => t.Id).FirstAsync(), now);
        db.Add(new OutgoingMail(new Addressee($"{Mark}mailbox@demo.example", id, "de"), new MailText(Word("subject"), Word("mailtext")), now));
    }

    // What an office asked stays, and that somebody declined; why, and what was remarked, goes.
    private static void Ask(NetworkDb db, AdviceRequester from, Guid topic, DateTimeOffset now)
    {
        var question = new AdviceQuestion("Eine Frage, die bleibt.", "de", AdviceKind.Inquiry, AdviceConfidentiality.Internal, new DateOnly(2027, 1, 1), null, [topic]);
        var request = new AdviceRequest(Guid.CreateVersion7(), from, question, now);
        request.Ask(from.PersonId!.Value, from.PersonId, now)!.Give(new AdviceAnswerText(AdviceAnswer.Declined, Word("declined"), null, null), now);
        db.AddRange(request, new AdviceVersion(request.Id, request.NextVersion(), "Ein Entwurf, der bleibt.", "de", from.PersonId, now));
        request.Release(from.PersonId, 0, now);
        db.Add(new AdviceComment(request.Id, 1, Word("remark"), Guid.NewGuid(), from.PersonId, now));
        if (from.AccountId is not { } account) return;
        var rhythm = new MailRhythm(account);
        rhythm.Set(null, null, true, new DateOnly(2026, 1, 1));
        Hear(db, from.PersonId.Value, account, now);
        db.AddRange(rhythm, new AdviceReminder(request.Id, request.Id, AdviceReminderStep.Delivered, account, byMail: false, now));
    }

    private static void Hear(NetworkDb db, Guid id, Guid account, DateTimeOffset now) => db.AddRange(
        new ThreadFollow(id, db.Discussions.First().Id, 0, now), new NoticeWishes(account, new DateOnly(2026, 1, 1)),
        new PushDevice(account, new PushAddress($"https://fcm.googleapis.com/{Mark}endpoint", Word("key"), Word("secret"), "de"), Word("device"), now));

    private static async Task<Guid> DiscussionAsync(NetworkHost network, Guid id, DateTimeOffset now)
    {
        var discussion = new Discussion(Guid.CreateVersion7(), "Ein Gespräch, das bleibt", "Es bleibt.", "de", Audience.Public, now);
        discussion.StartedBy(id);
        await network.ChangeAsync(db =>
        {
            db.Discussions.Add(discussion);
            return Task.CompletedTask;
        });
        return discussion.Id;
    }
}
