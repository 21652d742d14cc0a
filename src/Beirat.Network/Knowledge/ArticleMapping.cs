using Beirat.Network.Accounts;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Knowledge;

internal sealed class ArticleMapping :
    IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleTopic>, IEntityTypeConfiguration<ArticleContributor>,
    IEntityTypeConfiguration<ArticleRevision>, IEntityTypeConfiguration<ArticleMark>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.HasIndex(a => a.Slug).IsUnique();
        article.HasIndex(a => a.ExternalId).IsUnique();
        article.HasIndex(a => new { a.Audience, a.PublishedAt, a.Id });
        article.HasIndex(a => a.ReviewOn);
        article.HasIndex(a => new { a.OriginKind, a.OriginId });
        // Rows from before there were drafts are published, in their first form.
        article.Property(a => a.State).HasDefaultValue(ArticleState.Published);
        article.Property(a => a.Revision).HasDefaultValue(1).HasSentinel(-1);
        article.Ignore(a => a.Origin);
        article.Ignore(a => a.OwnerId);
        article.HasOne<Person>().WithMany().HasForeignKey(a => a.AuthorId).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<Person>().WithMany().HasForeignKey(a => a.CaretakerId).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<Person>().WithMany().HasForeignKey(a => a.RevisedById).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<Person>().WithMany().HasForeignKey(a => a.ConfirmedById).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<Article>().WithMany().HasForeignKey(a => a.TranslationOfId).OnDelete(DeleteBehavior.SetNull);
        article.HasMany(a => a.Topics).WithOne().HasForeignKey(t => t.ArticleId);
        article.HasMany(a => a.Contributors).WithOne().HasForeignKey(c => c.ArticleId);
    }

    public void Configure(EntityTypeBuilder<ArticleTopic> topic)
    {
        topic.ToTable("ArticleTopics").HasKey(t => new { t.ArticleId, t.TopicId });
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId);
    }

    public void Configure(EntityTypeBuilder<ArticleContributor> contributor)
    {
        contributor.ToTable("ArticleContributors").HasKey(c => new { c.ArticleId, c.PersonId });
        contributor.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }

    public void Configure(EntityTypeBuilder<ArticleRevision> revision)
    {
        revision.HasIndex(r => new { r.ArticleId, r.Number }).IsUnique();
        revision.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId);
        revision.HasOne<Person>().WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ArticleMark> mark)
    {
        mark.HasKey(m => new { m.ArticleId, m.AccountId });
        mark.HasOne<Article>().WithMany().HasForeignKey(m => m.ArticleId);
        mark.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }
}
