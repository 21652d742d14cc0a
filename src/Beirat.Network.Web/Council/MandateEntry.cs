using Beirat.Network.People;

namespace Beirat.Network.Web.Council;

/// <summary>What the forms about a seat hold. Everything is text as it was typed; <see cref="Step"/> is the button.</summary>
public class MandateEntry
{
    /// <summary>The version of the seat that the form was made from.</summary>
    public int Version { get; set; }

    public string? Step { get; set; }

    public string? Search { get; set; }

    public string? PersonId { get; set; }

    public string? Given { get; set; }

    public string? Family { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? LastDay { get; set; }

    /// <summary>"deputy": the first deputy moves up.</summary>
    public string? Mode { get; set; }

    /// <summary>What stands in <see cref="PersonId"/> for somebody new in spite of those of the same name.</summary>
    internal const string Anew = "neu";

    internal bool IsAnew => PersonId == Anew;

    /// <summary>Whether to offer somebody new beside those of the same name.</summary>
    internal bool OffersAnew { get; set; }

    internal bool Promotes => Mode == "deputy";

    internal bool NamesSomebody => !string.IsNullOrWhiteSpace(Given) || !string.IsNullOrWhiteSpace(Family);

    internal PersonName Name => new(Given ?? string.Empty, Family ?? string.Empty);

    internal PersonPick Pick() => Guid.TryParse(PersonId, out var id)
        ? new PersonPick(id)
        : new PersonPick(null, Name, IsAnew);

    /// <summary>Every field but the button, for carrying them through the preview.</summary>
    internal IEnumerable<(string Name, string? Value)> Kept() =>
    [
        (nameof(Version), $"{Version}"), (nameof(Search), Search), (nameof(PersonId), PersonId), (nameof(Given), Given), (nameof(Family), Family),
        (nameof(From), From), (nameof(Until), Until), (nameof(LastDay), LastDay), (nameof(Mode), Mode),
    ];
}
