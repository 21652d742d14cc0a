using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Ledger;

internal sealed class EvidenceContestMapping : IEntityTypeConfiguration<EvidenceContest>
{
    public void Configure(EntityTypeBuilder<EvidenceContest> contest)
    {
        contest.ToTable("EvidenceContests").HasIndex(c => new { c.PersonId, c.Kind, c.SourceId }).IsUnique();
        contest.HasIndex(c => c.SourceId);
        contest.HasIndex(c => new { c.State, c.ContestedAt });
        contest.Property(c => c.Title).HasMaxLength(EvidenceContest.MaxTitleLength);
        contest.Property(c => c.Reason).HasMaxLength(EvidenceContest.MaxTextLength);
        contest.Property(c => c.Note).HasMaxLength(EvidenceContest.MaxTextLength);
        contest.Ignore(c => c.Source);
        contest.Ignore(c => c.Subject);
        contest.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}
