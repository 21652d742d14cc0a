using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Knowledge;

internal sealed class ArticleFileMapping :
    IEntityTypeConfiguration<ArticleAttachment>, IEntityTypeConfiguration<AttachmentFile>,
    IEntityTypeConfiguration<ArticleCollection>, IEntityTypeConfiguration<CollectedArticle>
{
    public void Configure(EntityTypeBuilder<ArticleAttachment> attachment)
    {
        attachment.HasOne<Article>().WithMany().HasForeignKey(a => a.ArticleId);
        attachment.HasOne<Person>().WithMany().HasForeignKey(a => a.AddedById).OnDelete(DeleteBehavior.SetNull);
        attachment.HasOne<AttachmentFile>().WithOne().HasForeignKey<AttachmentFile>(f => f.AttachmentId);
    }

    public void Configure(EntityTypeBuilder<AttachmentFile> file) => file.ToTable("ArticleAttachmentFiles").HasKey(f => f.AttachmentId);

    public void Configure(EntityTypeBuilder<ArticleCollection> collection)
    {
        collection.HasIndex(c => c.Slug).IsUnique();
        collection.HasOne<Person>().WithMany().HasForeignKey(c => c.MadeById).OnDelete(DeleteBehavior.SetNull);
        collection.HasMany(c => c.Articles).WithOne().HasForeignKey(a => a.CollectionId);
    }

    public void Configure(EntityTypeBuilder<CollectedArticle> article)
    {
        article.ToTable("CollectedArticles").HasKey(a => new { a.CollectionId, a.ArticleId });
        article.HasOne<Article>().WithMany().HasForeignKey(a => a.ArticleId);
    }
}
