using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Consents;

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("Consents");
        // What a page asks: what do these people show.
        consent.HasIndex(c => new { c.PersonId, c.Field, c.Purpose });
        // What every list asks: who shows this part to these audiences. Answered from the index alone, and without what was withdrawn.
        consent.HasIndex(c => new { c.Field, c.Purpose, c.Audience, c.PersonId, c.ExpiresOn }).HasFilter("\"WithdrawnAt\" IS NULL");
        consent.HasIndex(c => c.ExpiresOn);
    }
}
