using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.People;

internal sealed class PersonMapping
    : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonLanguage>,
      IEntityTypeConfiguration<PersonProfession>, IEntityTypeConfiguration<PersonTopic>,
      IEntityTypeConfiguration<PersonExperience>, IEntityTypeConfiguration<PersonPhoto>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.HasIndex(p => p.Slug).IsUnique();
        person.HasIndex(p => p.ExternalId).IsUnique();
        person.HasIndex(p => new { p.SortName, p.Id });
        person.PrimitiveCollection(p => p.Districts).HasField("_districts");
        person.PrimitiveCollection(p => p.Communities).HasField("_communities");
        person.HasMany(p => p.Experience).WithOne().HasForeignKey(l => l.PersonId);
        person.HasMany(p => p.Consents).WithOne().HasForeignKey(l => l.PersonId);
        person.HasOne<PersonPhoto>().WithOne().HasForeignKey<PersonPhoto>(p => p.PersonId);
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

    public void Configure(EntityTypeBuilder<PersonExperience> experience)
    {
        experience.ToTable("PersonExperience");
        experience.Ignore(e => e.Entry);
    }

    public void Configure(EntityTypeBuilder<PersonPhoto> photo) => photo.ToTable("PersonPhotos").HasKey(p => p.PersonId);
}
