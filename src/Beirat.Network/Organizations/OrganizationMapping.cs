using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Organizations;

internal sealed class OrganizationMapping
    : IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<OrganizationTopic>, IEntityTypeConfiguration<Membership>,
      IEntityTypeConfiguration<OrganizationRelation>, IEntityTypeConfiguration<OrganizationClaim>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.HasIndex(o => o.Slug).IsUnique();
        organization.HasIndex(o => o.ExternalId).IsUnique();
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
        membership.Ignore(m => m.Period);
        membership.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        membership.HasOne<Organization>().WithMany().HasForeignKey(m => m.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<OrganizationRelation> relation)
    {
        relation.ToTable("OrganizationRelations").HasIndex(r => new { r.FromId, r.ToId, r.Kind });
        relation.HasOne<Organization>().WithMany().HasForeignKey(r => r.FromId);
        relation.HasOne<Organization>().WithMany().HasForeignKey(r => r.ToId);
    }

    public void Configure(EntityTypeBuilder<OrganizationClaim> claim)
    {
        claim.ToTable("OrganizationClaims").HasIndex(c => new { c.State, c.MadeAt });
        claim.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId);
        claim.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}
