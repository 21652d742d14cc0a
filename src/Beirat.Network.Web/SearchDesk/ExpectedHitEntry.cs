using Beirat.Network.SearchDesk;

namespace Beirat.Network.Web.SearchDesk;

/// <summary>The form of an expectation.</summary>
public sealed class ExpectedHitEntry
{
    public string? Question { get; set; }

    public string? Language { get; set; }

    public string? Page { get; set; }

    /// <summary>"nein" when the page must not be found.</summary>
    public string? Wanted { get; set; }

    public string? Within { get; set; }

    public ExpectedHitDraft Draft() => new(
        Question ?? string.Empty, Language ?? string.Empty, DeskAddress.PageAt(Page), Wanted != "nein", (Within ?? string.Empty).Trim());
}
