using Beirat.Network.Council;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Handovers;

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<HandoverTick>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.HasIndex(h => h.PersonId);
        handover.HasIndex(h => h.ChangeId);
        handover.HasIndex(h => new { h.LastDay, h.Id });
        handover.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
        handover.HasOne<Seat>().WithMany().HasForeignKey(h => h.SeatId);
        handover.HasMany(h => h.Ticks).WithOne().HasForeignKey(t => t.HandoverId);
        handover.Ignore(h => h.IsOpen);
    }

    public void Configure(EntityTypeBuilder<HandoverTick> tick) =>
        tick.ToTable("HandoverTicks").HasKey(t => new { t.HandoverId, t.Kind, t.SubjectId });
}
