using Beirat.Network.SearchDesk;

namespace Beirat.Network.Web.SearchDesk;

/// <summary>The form of a word.</summary>
public sealed class OwnWordEntry
{
    public string? Word { get; set; }

    public string? Parts { get; set; }

    /// <summary>The button that was used: "preview" looks only.</summary>
    public string? Step { get; set; }

    public OwnWordDraft Draft() => new(Word ?? string.Empty, Parts ?? string.Empty);
}
