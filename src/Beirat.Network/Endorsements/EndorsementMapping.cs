using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Endorsements;

internal sealed class EndorsementMapping : IEntityTypeConfiguration<Endorsement>
{
    public void Configure(EntityTypeBuilder<Endorsement> endorsement)
    {
        endorsement.ToTable("Endorsements").HasIndex(e => new { e.PersonId, e.ById, e.TopicId }).IsUnique();
        endorsement.HasIndex(e => new { e.PersonId, e.At });
        endorsement.HasIndex(e => new { e.ById, e.At });
        endorsement.Property(e => e.Text).HasMaxLength(Endorsement.MaxTextLength);
        endorsement.Property(e => e.Language).HasMaxLength(16);
        endorsement.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
        endorsement.HasOne<Person>().WithMany().HasForeignKey(e => e.ById);
        endorsement.HasOne<Topic>().WithMany().HasForeignKey(e => e.TopicId);
    }
}
