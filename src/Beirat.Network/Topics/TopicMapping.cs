using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Topics;

internal sealed class TopicMapping
    : IEntityTypeConfiguration<Topic>, IEntityTypeConfiguration<TopicLabel>, IEntityTypeConfiguration<TopicRelation>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.HasIndex(t => t.Slug).IsUnique();
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.BroaderId).OnDelete(DeleteBehavior.Restrict);
        topic.HasMany(t => t.Labels).WithOne().HasForeignKey(l => l.TopicId);
        topic.HasMany(t => t.Related).WithOne().HasForeignKey(r => r.TopicId);
    }

    public void Configure(EntityTypeBuilder<TopicLabel> label) => label.ToTable("TopicLabels");

    public void Configure(EntityTypeBuilder<TopicRelation> relation)
    {
        relation.ToTable("TopicRelations").HasKey(r => new { r.TopicId, r.RelatedId });
        relation.HasOne<Topic>().WithMany().HasForeignKey(r => r.RelatedId).OnDelete(DeleteBehavior.Cascade);
    }
}
