using System.Globalization;
using System.Resources;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Privacy;

/// <summary>Names and values of an export in words.</summary>
internal static class DataWords
{
    public static string Part(string name) => Find(PrivacyTexts.ResourceManager, $"Part_{name}") ?? name;

    public static string Name(string name) => Find(PrivacyTexts.ResourceManager, $"Name_{name}") ?? name;

    public static string Value(string name, string value)
    {
        if (Find(PrivacyTexts.ResourceManager, $"Choice_{name}_{value}") is { } words) return words;
        if (DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return When.Time(at);
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return When.Day(day);
        return name == "language" ? Say.Language(value) : value;
    }

    private static string? Find(ResourceManager texts, string key) => texts.GetString(key, CultureInfo.CurrentUICulture);
}
