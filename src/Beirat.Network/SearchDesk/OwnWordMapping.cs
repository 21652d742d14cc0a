using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.SearchDesk;

internal sealed class OwnWordMapping : IEntityTypeConfiguration<OwnWord>
{
    public void Configure(EntityTypeBuilder<OwnWord> word)
    {
        word.ToTable("OwnWords").HasIndex(w => w.Key).IsUnique();
        word.Property(w => w.Key).HasMaxLength(OwnWordDraft.MaxWord * 2);
        word.Property(w => w.Word).HasMaxLength(OwnWordDraft.MaxWord);
        word.Property(w => w.Parts).HasMaxLength(OwnWordDraft.MaxWord * 2);
    }
}
