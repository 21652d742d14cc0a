using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Consents;

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("Consents");
        // What every list asks: who shows this part to these audiences.
        consent.HasIndex(c => new { c.PersonId, c.Field, c.Purpose });
        consent.HasIndex(c => c.ExpiresOn);
    }
}
