using Beirat.Network.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.SavedSearches;

internal sealed class SavedSearchMapping : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> search)
    {
        search.ToTable("SavedSearches");
        search.Property(s => s.Name).HasMaxLength(SavedSearch.MaxNameLength);
        search.Property(s => s.Text).HasMaxLength(SavedSearch.MaxTextLength);
        search.Property(s => s.Language).HasMaxLength(10);
        search.Property(s => s.Topic).HasMaxLength(100);
        search.Property(s => s.Organization).HasMaxLength(100);
        search.Property(s => s.Without).HasMaxLength(SavedSearch.MaxTextLength);
        search.Ignore(s => s.Request);
        search.HasIndex(s => new { s.AccountId, s.Id });
        search.HasIndex(s => s.CheckedAt);
        search.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
