using System.Text.RegularExpressions;
using Lucene.Net.Analysis.Pattern;

namespace Beirat.Network.Search.Analysis;

/// <summary>Brings German gender forms to one spelling: Vertreter*innen, Vertreter:innen, Vertreter_innen, Vertreter/-innen, VertreterInnen.</summary>
internal static partial class GenderForms
{
    public static TextReader Fold(TextReader reader) =>
        new PatternReplaceCharFilter(Camel(), "innen", new PatternReplaceCharFilter(Marked(), "in", reader));

    [GeneratedRegex(@"(?<=\p{L})(?:[*:_]|/-?)in(?=\b|nen\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?<=\p{Ll})Innen\b", RegexOptions.CultureInvariant)]
    private static partial Regex Camel();
}
