using System.Text.Encodings.Web;
using System.Text.Json;

namespace Beirat.Network.Vocabulary;

/// <summary>SKOS as JSON-LD (W3C JSON-LD 1.1), with a context of its own so that plain JSON readers get along, too.</summary>
internal static class SkosJsonLd
{
    private const int EveryBytes = 32_768;

    // The answer is JSON and never part of a page: letters stay letters.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(
        Stream to, SkosFrame frame, IEnumerable<string> tops, IEnumerable<SkosConcept> concepts, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        Context(json);
        json.WriteStartArray("@graph");
        json.WriteStartObject();
        json.WriteString("id", frame.Scheme);
        json.WriteString("type", "skos:ConceptScheme");
        json.WriteStartObject("title");
        json.WriteString(frame.Language, frame.Title);
        json.WriteEndObject();
        Links(json, "hasTopConcept", tops, frame);
        json.WriteEndObject();
        foreach (var concept in concepts)
        {
            Concept(json, concept, frame);
            if (json.BytesPending > EveryBytes) await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void Context(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteString("skos", "http://www.w3.org/2004/02/skos/core#");
        json.WriteString("dct", "http://purl.org/dc/terms/");
        json.WriteString("id", "@id");
        json.WriteString("type", "@type");
        Term(json, "title", "dct:title", "@container", "@language");
        foreach (var text in new[] { "prefLabel", "altLabel", "definition" }) Term(json, text, $"skos:{text}", "@container", "@language");
        foreach (var link in new[] { "inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower", "related" }) Term(json, link, $"skos:{link}", "@type", "@id");
        json.WriteEndObject();
    }

    private static void Term(Utf8JsonWriter json, string name, string iri, string key, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", iri);
        json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void Concept(Utf8JsonWriter json, SkosConcept concept, SkosFrame frame)
    {
        json.WriteStartObject();
        json.WriteString("id", frame.Of(concept.Id));
        json.WriteString("type", "skos:Concept");
        json.WriteString("inScheme", frame.Scheme);
        if (concept.IsTop) json.WriteString("topConceptOf", frame.Scheme);
        json.WriteStartObject("prefLabel");
        foreach (var (language, text) in concept.Preferred) json.WriteString(language, text);
        json.WriteEndObject();
        if (concept.Alternative.Count > 0)
        {
            json.WriteStartObject("altLabel");
            foreach (var labels in concept.Alternative.GroupBy(a => a.Language)) Strings(json, labels.Key, labels.Select(l => l.Text));
            json.WriteEndObject();
        }

        if (concept.Definitions.Count > 0)
        {
            json.WriteStartObject("definition");
            foreach (var (language, text) in concept.Definitions) json.WriteString(language, text);
            json.WriteEndObject();
        }

        Links(json, "broader", concept.Broader, frame);
        Links(json, "narrower", concept.Narrower, frame);
        Links(json, "related", concept.Related, frame);
        json.WriteEndObject();
    }

    private static void Links(Utf8JsonWriter json, string name, IEnumerable<string> ids, SkosFrame frame)
    {
        var links = ids.Select(frame.Of).ToList();
        if (links.Count > 0) Strings(json, name, links);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
