using Beirat.Network.Organizations;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Messages;

internal sealed class MessageMapping : IEntityTypeConfiguration<ContactMessage>
{
    public void Configure(EntityTypeBuilder<ContactMessage> message)
    {
        message.ToTable("ContactMessages");
        message.HasIndex(m => new { m.ToPersonId, m.SentAt });
        message.HasOne<Person>().WithMany().HasForeignKey(m => m.ToPersonId).OnDelete(DeleteBehavior.Cascade);
        message.HasOne<Organization>().WithMany().HasForeignKey(m => m.OrganizationId).OnDelete(DeleteBehavior.SetNull);
    }
}
