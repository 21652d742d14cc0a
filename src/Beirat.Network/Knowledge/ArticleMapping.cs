using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Knowledge;

internal sealed class ArticleMapping : IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleTopic>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.HasIndex(a => a.Slug).IsUnique();
        article.HasIndex(a => a.ExternalId).IsUnique();
        article.HasIndex(a => new { a.Audience, a.PublishedAt, a.Id });
        article.HasOne<Person>().WithMany().HasForeignKey(a => a.AuthorId).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<Person>().WithMany().HasForeignKey(a => a.CaretakerId).OnDelete(DeleteBehavior.SetNull);
        article.HasOne<Article>().WithMany().HasForeignKey(a => a.TranslationOfId).OnDelete(DeleteBehavior.SetNull);
        article.HasMany(a => a.Topics).WithOne().HasForeignKey(t => t.ArticleId);
    }

    public void Configure(EntityTypeBuilder<ArticleTopic> topic)
    {
        topic.ToTable("ArticleTopics").HasKey(t => new { t.ArticleId, t.TopicId });
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId);
    }
}
