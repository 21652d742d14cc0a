using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Council;

internal sealed class CouncilMapping
    : IEntityTypeConfiguration<Seat>, IEntityTypeConfiguration<SeatAssignment>, IEntityTypeConfiguration<MandateChange>,
      IEntityTypeConfiguration<MandateStep>, IEntityTypeConfiguration<CouncilRule>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.HasIndex(s => s.Number).IsUnique();
        seat.HasMany(s => s.Assignments).WithOne().HasForeignKey(a => a.SeatId);
    }

    public void Configure(EntityTypeBuilder<SeatAssignment> assignment)
    {
        assignment.ToTable("SeatAssignments");
        assignment.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        assignment.HasIndex(a => new { a.From, a.Id });
        assignment.HasIndex(a => new { a.Until, a.Id });
        assignment.Ignore(a => a.Period);
        assignment.Ignore(a => a.IsDeputy);
    }

    public void Configure(EntityTypeBuilder<MandateChange> change)
    {
        change.ToTable("MandateChanges");
        change.HasIndex(c => new { c.At, c.Id });
        change.HasIndex(c => new { c.SeatId, c.SeatVersion });
        change.HasOne<Seat>().WithMany().HasForeignKey(c => c.SeatId);
        change.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ChangeId);
        change.Ignore(c => c.EffectOn);
    }

    public void Configure(EntityTypeBuilder<MandateStep> step)
    {
        step.ToTable("MandateSteps").HasKey(s => new { s.ChangeId, s.Position });
        step.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<CouncilRule> rule) => rule.ToTable("CouncilRules").HasKey(r => r.Name);
}
