using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Organizations;

internal sealed class OrganizationMapping
    : IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<OrganizationTopic>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.HasIndex(o => o.Slug).IsUnique();
        organization.HasIndex(o => new { o.SortName, o.Id });
        organization.PrimitiveCollection(o => o.Languages).HasField("_languages");
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.PartOfId).OnDelete(DeleteBehavior.SetNull);
        organization.HasMany(o => o.Topics).WithOne().HasForeignKey(t => t.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<OrganizationTopic> topic)
    {
        topic.ToTable("OrganizationTopics").HasKey(t => new { t.OrganizationId, t.TopicId });
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId);
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        membership.HasOne<Organization>().WithMany().HasForeignKey(m => m.OrganizationId);
    }
}
