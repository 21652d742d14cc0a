using Beirat.Network.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Mail;

internal sealed class MailRhythmMapping : IEntityTypeConfiguration<MailRhythm>
{
    public void Configure(EntityTypeBuilder<MailRhythm> rhythm)
    {
        rhythm.ToTable("MailRhythms");
        rhythm.HasKey(r => r.AccountId);
        rhythm.Ignore(r => r.Quiet);
        rhythm.HasOne<Account>().WithOne().HasForeignKey<MailRhythm>(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
