namespace Beirat.Network.Web.Discussions;

/// <summary>What the form for changing a post holds.</summary>
public sealed class EditEntry
{
    public string? Text { get; set; }

    public string? Language { get; set; }

    public int Edition { get; set; }
}

/// <summary>What the form for a translation holds. <see cref="Version"/> is empty while there is none.</summary>
public sealed class TranslationEntry
{
    public string? Text { get; set; }

    public string? Language { get; set; }

    public string? Kind { get; set; }

    public int? Version { get; set; }
}
