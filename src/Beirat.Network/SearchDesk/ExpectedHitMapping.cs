using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.SearchDesk;

internal sealed class ExpectedHitMapping : IEntityTypeConfiguration<ExpectedHit>
{
    public void Configure(EntityTypeBuilder<ExpectedHit> hit)
    {
        hit.ToTable("ExpectedHits").HasIndex(h => h.Language);
        hit.Property(h => h.Question).HasMaxLength(ExpectedHit.MaxQuestion);
        hit.Property(h => h.Language).HasMaxLength(16);
        hit.Property(h => h.PageKey).HasMaxLength(120);
        hit.Property(h => h.Without).HasMaxLength(400);
        hit.Ignore(h => h.Wish);
        hit.Ignore(h => h.Depth);
    }
}
