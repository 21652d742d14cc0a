using System.Globalization;

namespace Beirat.Network.Web;

/// <summary>The settings of the portal, from appsettings and the environment (section "Beirat").</summary>
internal sealed record PortalSettings(
    string DataFolder, string SeedFolder, bool Demo, string? Postgres, int SignInsPerMinute, string? Imprint, TimeProvider Time)
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public string DatabaseFile => Path.Combine(DataFolder, "network.db");

    public string IndexFolder => Path.Combine(DataFolder, "index");

    public string KeyFolder => Path.Combine(DataFolder, "keys");

    public static PortalSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Beirat");
        return new PortalSettings(
            Path.GetFullPath(section["DataFolder"] is { Length: > 0 } data ? data : "data", environment.ContentRootPath),
            section["SeedFolder"] is { Length: > 0 } seed ? Path.GetFullPath(seed) : Path.Combine(AppContext.BaseDirectory, "seed"),
            section.GetValue("Demo", false),
            configuration.GetConnectionString("Network") is { Length: > 0 } postgres ? postgres : null,
            section.GetValue("SignInsPerMinute", 60),
            section["Imprint"] is { Length: > 0 } imprint ? imprint : null,
            ClockFrom(section["Clock"], environment));
    }

    /// <summary>In development a start time can be set, for trying deadlines; time then goes on from there.</summary>
    private static TimeProvider ClockFrom(string? start, IHostEnvironment environment)
    {
        if (string.IsNullOrEmpty(start) || !environment.IsDevelopment()) return TimeProvider.System;
        var at = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new ShiftedTime(at - TimeProvider.System.GetUtcNow());
    }

    private sealed class ShiftedTime(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
