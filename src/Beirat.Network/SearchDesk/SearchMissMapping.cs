using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.SearchDesk;

internal sealed class SearchMissMapping : IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<SearchMiss> miss)
    {
        miss.ToTable("SearchMisses").HasIndex(m => new { m.Place, m.Question }).IsUnique();
        miss.HasIndex(m => m.LastDay);
        miss.Property(m => m.Question).HasMaxLength(HarmlessQuestion.MaxLength);
    }
}
