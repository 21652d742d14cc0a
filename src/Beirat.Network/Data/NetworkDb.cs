using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Discussions;
using Beirat.Network.Endorsements;
using Beirat.Network.Events;
using Beirat.Network.Handovers;
using Beirat.Network.Knowledge;
using Beirat.Network.Ledger;
using Beirat.Network.Mail;
using Beirat.Network.Messages;
using Beirat.Network.Notices;
using Beirat.Network.Organizations;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.SavedSearches;
using Beirat.Network.SearchDesk;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Data;

/// <summary>
/// The one model for both databases. Internal on purpose: pages reach data only through queries and use cases, which
/// ask for the viewer. An address that forgets to filter does not compile.
/// </summary>
internal sealed class NetworkDb(DbContextOptions<NetworkDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonPhoto> Photos => Set<PersonPhoto>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<OrganizationRelation> OrganizationRelations => Set<OrganizationRelation>();

    public DbSet<OrganizationClaim> OrganizationClaims => Set<OrganizationClaim>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<SeatAssignment> SeatAssignments => Set<SeatAssignment>();

    public DbSet<MandateChange> MandateChanges => Set<MandateChange>();

    public DbSet<CouncilRule> CouncilRules => Set<CouncilRule>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<Term> Terms => Set<Term>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<ConceptEdit> ConceptEdits => Set<ConceptEdit>();

    public DbSet<ExpectedHit> ExpectedHits => Set<ExpectedHit>();

    public DbSet<SearchMiss> SearchMisses => Set<SearchMiss>();

    public DbSet<OwnWord> OwnWords => Set<OwnWord>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();

    public DbSet<ArticleAttachment> ArticleAttachments => Set<ArticleAttachment>();

    public DbSet<AttachmentFile> AttachmentFiles => Set<AttachmentFile>();

    public DbSet<ArticleMark> ArticleMarks => Set<ArticleMark>();

    public DbSet<ArticleCollection> ArticleCollections => Set<ArticleCollection>();

    public DbSet<Discussion> Discussions => Set<Discussion>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<PostMark> PostMarks => Set<PostMark>();

    public DbSet<DiscussionAct> DiscussionActs => Set<DiscussionAct>();

    public DbSet<MovedPost> MovedPosts => Set<MovedPost>();

    public DbSet<PostRevision> PostRevisions => Set<PostRevision>();

    public DbSet<RemovedText> RemovedTexts => Set<RemovedText>();

    public DbSet<PostReaction> PostReactions => Set<PostReaction>();

    public DbSet<PostMention> PostMentions => Set<PostMention>();

    public DbSet<PostAttachment> PostAttachments => Set<PostAttachment>();

    public DbSet<PostAttachmentFile> PostAttachmentFiles => Set<PostAttachmentFile>();

    public DbSet<PostTranslation> PostTranslations => Set<PostTranslation>();

    public DbSet<ThreadRead> ThreadReads => Set<ThreadRead>();

    public DbSet<PostDraft> PostDrafts => Set<PostDraft>();

    public DbSet<PostQuestion> PostQuestions => Set<PostQuestion>();

    public DbSet<PostReport> PostReports => Set<PostReport>();

    public DbSet<PersonMute> PersonMutes => Set<PersonMute>();

    public DbSet<WritingStop> WritingStops => Set<WritingStop>();

    public DbSet<Endorsement> Endorsements => Set<Endorsement>();

    public DbSet<EvidenceContest> EvidenceContests => Set<EvidenceContest>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<ConversationEntry> ConversationEntries => Set<ConversationEntry>();

    public DbSet<ConversationLink> ConversationLinks => Set<ConversationLink>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<MailRhythm> MailRhythms => Set<MailRhythm>();

    public DbSet<ThreadFollow> ThreadFollows => Set<ThreadFollow>();

    public DbSet<NoticeWishes> NoticeWishes => Set<NoticeWishes>();

    public DbSet<PushDevice> PushDevices => Set<PushDevice>();

    public DbSet<AdviceRequest> AdviceRequests => Set<AdviceRequest>();

    public DbSet<AdviceAssignment> AdviceAssignments => Set<AdviceAssignment>();

    public DbSet<AdviceVersion> AdviceVersions => Set<AdviceVersion>();

    public DbSet<AdviceComment> AdviceComments => Set<AdviceComment>();

    public DbSet<AdviceAttachment> AdviceAttachments => Set<AdviceAttachment>();

    public DbSet<AdviceAttachmentFile> AdviceAttachmentFiles => Set<AdviceAttachmentFile>();

    public DbSet<AdviceReminder> AdviceReminders => Set<AdviceReminder>();

    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountTokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("AccountPasskeys");
        builder.ApplyConfigurationsFromAssembly(typeof(NetworkDb).Assembly);
        builder.MarkVersionsAsConcurrencyTokens();
        builder.KeepIdsAsTheyAreMade();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.ApplyNetworkConventions();
}
