using Beirat.Network.Vocabulary;

namespace Beirat.Network.Web.Vocabulary;

/// <summary>The form of a concept, by language.</summary>
public sealed class ConceptEntry
{
    public int Version { get; set; }

    // Of a form without any such field the framework makes null.
    public Dictionary<string, string?> Names { get; set => field = value ?? []; } = [];

    public Dictionary<string, string?> Definitions { get; set => field = value ?? []; } = [];

    public string? Broader { get; set; }

    public string? Related { get; set; }

    /// <summary>What is stored, to be changed.</summary>
    public static ConceptEntry Of(ConceptStaffView stored) => new()
    {
        Version = stored.Version,
        Names = stored.Draft.Names.ToDictionary(n => n.Key, n => (string?)n.Value),
        Definitions = stored.Draft.Definitions.ToDictionary(n => n.Key, n => (string?)n.Value),
        Broader = stored.Draft.Broader, Related = stored.Draft.Related,
    };

    public ConceptDraft Draft() => new(Texts(Names), Texts(Definitions), Broader ?? string.Empty, Related ?? string.Empty);

    /// <summary>The languages that are asked for, and whatever else is there.</summary>
    public IEnumerable<string> Languages =>
        ConceptDraft.Languages.Union(Names.Keys.Concat(Definitions.Keys).Where(Beirat.Network.Common.Languages.IsKnown));

    private static Dictionary<string, string> Texts(Dictionary<string, string?> typed) =>
        typed.ToDictionary(t => t.Key, t => (t.Value ?? string.Empty).ReplaceLineEndings("\n"));
}
