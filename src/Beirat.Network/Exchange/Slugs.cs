using Beirat.Network.Common;

namespace Beirat.Network.Exchange;

internal static class Slugs
{
    /// <summary>The address that follows from a name, made different where it is taken; it counts as taken from then on.</summary>
    public static string Free(string name, Guid id, HashSet<string> taken)
    {
        var slug = Slug.From(name);
        if (taken.Add(slug)) return slug;
        var other = $"{slug[..Math.Min(slug.Length, Slug.MaxLength - 13)].TrimEnd('-')}-{id.ToString("N")[^12..]}";
        taken.Add(other);
        return other;
    }
}
