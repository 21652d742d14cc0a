namespace Beirat.Network.Common;

/// <summary>What somebody types to find a name: words, folded like the names that lists are sorted by.</summary>
internal static class SearchedName
{
    private const int MaxWords = 5;

    /// <summary>The words, each to be held by the folded name; none for nothing but white space. At most five count.</summary>
    public static IReadOnlyList<string> Words(string? typed) => typed is null
        ? []
        : [.. Slug.Fold(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];
}
