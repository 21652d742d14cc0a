using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Beirat.Network.Data;

/// <summary>What holds for every table, in one place.</summary>
internal static class Conventions
{
    public static void ApplyNetworkConventions(this ModelConfigurationBuilder conventions)
    {
        // SQLite can neither sort nor compare DateTimeOffset; UTC DateTime works on both databases.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    public static void MarkVersionsAsConcurrencyTokens(this ModelBuilder builder)
    {
        foreach (var version in builder.Model.GetEntityTypes().Select(t => t.FindProperty("Version")).OfType<IMutableProperty>())
            version.IsConcurrencyToken = true;
    }

    /// <summary>
    /// Entities make their own ids. Left to its convention, EF takes a new row with an id for an old one as soon as it
    /// is added to something that was loaded, and updates what is not there.
    /// </summary>
    public static void KeepIdsAsTheyAreMade(this ModelBuilder builder)
    {
        foreach (var id in builder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.IsPrimaryKey() && p.ClrType == typeof(Guid)))
            id.ValueGenerated = ValueGenerated.Never;
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        v => v.UtcDateTime, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));
}
