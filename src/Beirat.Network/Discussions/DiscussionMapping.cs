using Beirat.Network.AdviceRequests;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Discussions;

internal sealed class DiscussionMapping : IEntityTypeConfiguration<Discussion>, IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<PostMark>, IEntityTypeConfiguration<DiscussionReader>
{
    public void Configure(EntityTypeBuilder<Discussion> discussion)
    {
        discussion.HasIndex(d => new { d.Audience, d.LastPostAt, d.Id });
        discussion.HasOne<Topic>().WithMany().HasForeignKey(d => d.TopicId).OnDelete(DeleteBehavior.SetNull);
        discussion.HasOne<Organization>().WithMany().HasForeignKey(d => d.OrganizationId).OnDelete(DeleteBehavior.SetNull);
        discussion.HasOne<Event>().WithMany().HasForeignKey(d => d.EventId).OnDelete(DeleteBehavior.SetNull);
        discussion.HasOne<Article>().WithMany().HasForeignKey(d => d.ArticleId).OnDelete(DeleteBehavior.SetNull);
        discussion.HasOne<AdviceRequest>().WithMany().HasForeignKey(d => d.AdviceRequestId).OnDelete(DeleteBehavior.Cascade);
        discussion.HasMany(d => d.Readers).WithOne().HasForeignKey(r => r.DiscussionId);
        discussion.HasOne<Person>().WithMany().HasForeignKey(d => d.StartedById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<DiscussionReader> reader)
    {
        reader.ToTable("DiscussionReaders").HasKey(r => new { r.DiscussionId, r.PersonId });
        reader.HasIndex(r => r.PersonId);
        reader.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("Posts");
        post.HasIndex(p => new { p.DiscussionId, p.Sequence }).IsUnique();
        post.HasIndex(p => p.At);
        post.HasIndex(p => new { p.AccountId, p.Key }).IsUnique();
        post.HasOne<Discussion>().WithMany().HasForeignKey(p => p.DiscussionId).OnDelete(DeleteBehavior.Cascade);
        post.HasOne<Person>().WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.SetNull);
        post.Property(p => p.Extras).HasDefaultValue(PostExtras.None);
        post.ComplexProperty(p => p.Capacity, capacity => capacity.Ignore(c => c.Key));
    }

    public void Configure(EntityTypeBuilder<PostMark> mark)
    {
        mark.ToTable("PostMarks").HasKey(m => new { m.PostId, m.PersonId });
        mark.HasOne<Post>().WithMany().HasForeignKey(m => m.PostId).OnDelete(DeleteBehavior.Cascade);
        mark.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
