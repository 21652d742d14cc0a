using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Events;

internal sealed class EventMapping
    : IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<EventTopic>,
      IEntityTypeConfiguration<EventOrganization>, IEntityTypeConfiguration<EventPerson>
{
    public void Configure(EntityTypeBuilder<Event> @event)
    {
        @event.HasIndex(e => e.Slug).IsUnique();
        @event.HasIndex(e => new { e.Start, e.Id });
        @event.HasMany(e => e.Topics).WithOne().HasForeignKey(t => t.EventId);
        @event.HasMany(e => e.Organizations).WithOne().HasForeignKey(o => o.EventId);
        @event.HasMany(e => e.People).WithOne().HasForeignKey(p => p.EventId);
    }

    public void Configure(EntityTypeBuilder<EventTopic> topic)
    {
        topic.ToTable("EventTopics").HasKey(t => new { t.EventId, t.TopicId });
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId);
    }

    public void Configure(EntityTypeBuilder<EventOrganization> organization)
    {
        organization.ToTable("EventOrganizations").HasKey(o => new { o.EventId, o.OrganizationId });
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<EventPerson> person)
    {
        person.ToTable("EventPeople").HasKey(p => new { p.EventId, p.PersonId });
        person.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }
}
