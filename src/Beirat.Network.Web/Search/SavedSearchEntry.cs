namespace Beirat.Network.Web.Search;

/// <summary>The form of a kept search.</summary>
public sealed class SavedSearchEntry
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public bool ByMail { get; set; }
}
