using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Mail;

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMails");
        mail.Property(m => m.To).HasMaxLength(OutgoingMail.MaxAddressLength);
        mail.Property(m => m.Subject).HasMaxLength(OutgoingMail.MaxSubjectLength);
        mail.Property(m => m.Stop).HasMaxLength(OutgoingMail.MaxStopLength);
        mail.Ignore(m => m.IsOpen);
        mail.HasIndex(m => new { m.SentAt, m.ParkedAt, m.DueAt });
        mail.HasIndex(m => m.CreatedAt);
        mail.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
