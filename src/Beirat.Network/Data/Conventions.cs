using Microsoft.EntityFrameworkCore;
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
        foreach (var version in builder.Model.GetEntityTypes().Select(t => t.FindProperty("Version")).OfType<Microsoft.EntityFrameworkCore.Metadata.IMutableProperty>())
            version.IsConcurrencyToken = true;
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        v => v.UtcDateTime, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));
}
