using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Council;

internal sealed class CouncilMapping : IEntityTypeConfiguration<Seat>, IEntityTypeConfiguration<SeatAssignment>
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
        assignment.Ignore(a => a.Period);
        assignment.Ignore(a => a.IsDeputy);
    }
}
