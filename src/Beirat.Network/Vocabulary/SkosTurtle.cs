using System.Globalization;
using System.Text;

namespace Beirat.Network.Vocabulary;

/// <summary>SKOS as Turtle (W3C RDF 1.1 Turtle).</summary>
internal static class SkosTurtle
{
    private const int EveryChars = 32_768;

    public static async Task WriteAsync(
        Stream to, SkosFrame frame, IEnumerable<string> tops, IEnumerable<SkosConcept> concepts, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        text.Append("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n\n");
        text.Append(Iri(frame.Scheme)).Append(" a skos:ConceptScheme");
        Literals(text, "dct:title", [new SkosText(frame.Language, frame.Title)]);
        Links(text, "skos:hasTopConcept", tops, frame);
        text.Append(" .\n");
        foreach (var concept in concepts)
        {
            Concept(text, concept, frame);
            if (text.Length > EveryChars) await FlushAsync(to, text, cancellation);
        }

        await FlushAsync(to, text, cancellation);
    }

    private static void Concept(StringBuilder text, SkosConcept concept, SkosFrame frame)
    {
        text.Append('\n').Append(Iri(frame.Of(concept.Id))).Append(" a skos:Concept ;\n  skos:inScheme ").Append(Iri(frame.Scheme));
        if (concept.IsTop) text.Append(" ;\n  skos:topConceptOf ").Append(Iri(frame.Scheme));
        Literals(text, "skos:prefLabel", concept.Preferred);
        Literals(text, "skos:altLabel", concept.Alternative);
        Literals(text, "skos:definition", concept.Definitions);
        Links(text, "skos:broader", concept.Broader, frame);
        Links(text, "skos:narrower", concept.Narrower, frame);
        Links(text, "skos:related", concept.Related, frame);
        text.Append(" .\n");
    }

    private static void Literals(StringBuilder text, string property, IReadOnlyList<SkosText> texts)
    {
        if (texts.Count == 0) return;
        text.Append(" ;\n  ").Append(property).Append(' ').AppendJoin(", ", texts.Select(t => $"{Literal(t.Text)}@{t.Language}"));
    }

    private static void Links(StringBuilder text, string property, IEnumerable<string> ids, SkosFrame frame)
    {
        var links = string.Join(", ", ids.Select(id => Iri(frame.Of(id))));
        if (links.Length > 0) text.Append(" ;\n  ").Append(property).Append(' ').Append(links);
    }

    // STRING_LITERAL_QUOTE may hold no quote, backslash, line feed or carriage return as they are.
    private static string Literal(string text) => Escaped(text, '"', "\"\\");

    // IRIREF: what it may not hold is written as a number.
    private static string Iri(string iri)
    {
        var made = new StringBuilder("<");
        foreach (var c in iri)
        {
            if (c <= ' ' || "<>\"{}|^`\\".Contains(c, StringComparison.Ordinal)) made.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else made.Append(c);
        }

        return made.Append('>').ToString();
    }

    private static string Escaped(string text, char around, string special)
    {
        var made = new StringBuilder().Append(around);
        foreach (var c in text)
        {
            if (special.Contains(c, StringComparison.Ordinal)) made.Append('\\').Append(c);
            else if (c == '\n') made.Append("\\n");
            else if (c == '\r') made.Append("\\r");
            else if (c == '\t') made.Append("\\t");
            else if (char.IsControl(c)) made.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else made.Append(c);
        }

        return made.Append(around).ToString();
    }

    private static async Task FlushAsync(Stream to, StringBuilder text, CancellationToken cancellation)
    {
        await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        text.Clear();
    }
}
