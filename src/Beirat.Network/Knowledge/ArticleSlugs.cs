using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Knowledge;

/// <summary>Addresses of articles beside those of the pages that live under the same name.</summary>
internal static class ArticleSlugs
{
    private static readonly HashSet<string> Reserved = ["neu", "sammlungen"];

    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    /// <summary>The slug with a part of the id, for the second of the same name.</summary>
    public static string Distinct(string slug, Guid id) =>
        $"{slug[..Math.Min(slug.Length, Slug.MaxLength - 13)].TrimEnd('-')}-{id.ToString("N")[^12..]}";

    /// <summary>A slug that is not taken yet.</summary>
    public static async Task<string> FreeAsync(NetworkDb db, string title, Guid id, CancellationToken cancellation)
    {
        var slug = Slug.From(title);
        return IsReserved(slug) || await db.Articles.AnyAsync(a => a.Slug == slug && a.Id != id, cancellation) ? Distinct(slug, id) : slug;
    }
}
