using Beirat.Network.Common;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Vocabulary;

internal sealed class ConceptEditMapping : IEntityTypeConfiguration<ConceptEdit>
{
    public void Configure(EntityTypeBuilder<ConceptEdit> edit)
    {
        edit.ToTable("ConceptEdits").HasIndex(e => e.ConceptId).IsUnique();
        edit.Property(e => e.ConceptId).HasMaxLength(Slug.MaxLength);
        edit.HasOne<Person>().WithMany().HasForeignKey(e => e.ByPersonId).OnDelete(DeleteBehavior.SetNull);
        edit.Ignore(e => e.Subject);
    }
}
