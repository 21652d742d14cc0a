using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.People;

internal sealed class PersonMapping
    : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonLanguage>,
      IEntityTypeConfiguration<PersonProfession>, IEntityTypeConfiguration<PersonTopic>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.HasIndex(p => p.Slug).IsUnique();
        person.HasIndex(p => new { p.SortName, p.Id });
        person.PrimitiveCollection(p => p.Districts).HasField("_districts");
        person.HasMany(p => p.Languages).WithOne().HasForeignKey(l => l.PersonId);
        person.HasMany(p => p.Professions).WithOne().HasForeignKey(l => l.PersonId);
        person.HasMany(p => p.Topics).WithOne().HasForeignKey(l => l.PersonId);
    }

    public void Configure(EntityTypeBuilder<PersonLanguage> language)
    {
        language.ToTable("PersonLanguages").HasKey(l => new { l.PersonId, l.Code });
        language.HasIndex(l => l.Code);
        language.Property(l => l.Uses).HasConversion<int>();
    }

    public void Configure(EntityTypeBuilder<PersonProfession> profession) => profession.ToTable("PersonProfessions");

    public void Configure(EntityTypeBuilder<PersonTopic> topic)
    {
        topic.ToTable("PersonTopics").HasKey(t => new { t.PersonId, t.TopicId });
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId);
    }
}
