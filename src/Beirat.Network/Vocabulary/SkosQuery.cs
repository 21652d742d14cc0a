using System.Security.Cryptography;
using System.Text;

namespace Beirat.Network.Vocabulary;

/// <summary>How the scheme is written.</summary>
public enum SkosFormat
{
    JsonLd,
    Turtle,
}

/// <summary>Where the scheme is found, and what it is called. A concept's address is below that of the scheme.</summary>
public sealed record SkosFrame(Uri Address, string Title, string Language)
{
    internal string Scheme => Address.AbsoluteUri;

    internal string Of(string id) => $"{Scheme}/{id}";
}

/// <summary>The scheme, or one concept of it, to be written. <see cref="Fingerprint"/> is another as soon as anything in the scheme changes.</summary>
public sealed class SkosDocument
{
    private readonly ConceptScheme _scheme;
    private readonly Concept? _one;

    internal SkosDocument(ConceptScheme scheme, Concept? one) => (_scheme, _one) = (scheme, one);

    public string Fingerprint => _scheme.Fingerprint;

    /// <summary>Writes concept by concept: nothing holds the whole text.</summary>
    public Task WriteAsync(Stream to, SkosFormat format, SkosFrame frame, CancellationToken cancellation = default) =>
        format == SkosFormat.Turtle ? SkosTurtle.WriteAsync(to, frame, TopIds, Concepts, cancellation) : SkosJsonLd.WriteAsync(to, frame, TopIds, Concepts, cancellation);

    private IEnumerable<SkosConcept> Concepts => (_one is null ? _scheme.ById.Values : [_one]).Select(c => SkosConcept.Of(c, _scheme));

    // Beside one concept the scheme is named, but does not list what else it holds.
    private IEnumerable<string> TopIds => _one is null ? _scheme.ById.Values.Where(c => _scheme.Broader(c).Count == 0).Select(c => c.Id) : [];

    internal static string FingerprintOf(IEnumerable<Concept> concepts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var concept in concepts) hash.AppendData(Encoding.UTF8.GetBytes(ConceptText.Write(concept) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}

/// <summary>The vocabulary for programs: W3C SKOS. It holds nothing about people and is for everybody.</summary>
public sealed class SkosQuery
{
    private readonly ConceptDirectory _concepts;

    internal SkosQuery(ConceptDirectory concepts) => _concepts = concepts;

    public async Task<SkosDocument> RunAsync(CancellationToken cancellation = default) => new(await _concepts.SchemeAsync(cancellation), null);

    /// <summary>Null when there is no such concept.</summary>
    public async Task<SkosDocument?> RunAsync(string id, CancellationToken cancellation = default)
    {
        var scheme = await _concepts.SchemeAsync(cancellation);
        return scheme.ById.GetValueOrDefault(id) is { } concept ? new SkosDocument(scheme, concept) : null;
    }
}
