using Beirat.Network.Outbox;
using Beirat.Network.SearchDesk;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.SearchDesk;

/// <summary>Addresses of the search desk, and of what is expected there.</summary>
internal static class DeskAddress
{
    public const string Quality = "/verwaltung/suche/guete";
    public const string Words = "/verwaltung/suche/woerter";
    public const string Finder = "beratung";
    public const string Misses = "/verwaltung/suchen";

    private static readonly SubjectKind[] Kinds =
        [SubjectKind.Article, SubjectKind.Person, SubjectKind.Organization, SubjectKind.Topic, SubjectKind.Event, SubjectKind.Discussion];

    /// <summary>The list of questions without hits of the search, or of the finder.</summary>
    public static string MissesAt(string? place) => Address.With(Misses, ("stelle", place == Finder ? Finder : null));

    /// <summary>The search that an expectation is about, as everybody asks it.</summary>
    public static string Search(Expectation wish) => Address.With("/suche", ("q", wish.Question), ("ohne", string.Join(',', wish.Without)));

    /// <summary>The page at an address as somebody copied it, with host and parameters or without; null when there can be none.</summary>
    public static ExpectedPage? PageAt(string? typed)
    {
        var address = (typed ?? string.Empty).Trim();
        var path = (Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.AbsolutePath : address).Split('?', '#')[0].TrimEnd('/');
        if (!path.StartsWith('/')) path = $"/{path}";
        foreach (var kind in Kinds)
        {
            var before = Address.Of(kind, string.Empty);
            if (path.StartsWith(before, StringComparison.OrdinalIgnoreCase) && path.Length > before.Length && !path[before.Length..].Contains('/', StringComparison.Ordinal))
                return new ExpectedPage(kind, path[before.Length..].ToLowerInvariant());
        }

        return null;
    }
}
