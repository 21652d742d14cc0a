using Beirat.Network.Search.Analysis;

namespace Beirat.Network.Search;

/// <summary>
/// What was probably meant by mistyped words. The right spelling is taken from what was found, so that it tells nothing of texts that the
/// reader may not see, and has its capitals.
/// </summary>
internal static class Correction
{
    public static string? Of(Question question, IReadOnlyList<(string Word, IReadOnlyList<string> Spellings)> misspelt, IReadOnlyList<SearchHit> hits)
    {
        var written = hits.SelectMany(h => h.Reasons).Where(r => r.Kind == MatchKind.Misspelt).Select(r => r.Word).Distinct().ToList();
        var stems = Stems.For(question.Language);
        var text = question.Text;
        foreach (var (word, spellings) in misspelt)
        {
            var right = spellings.Select(s => written.FirstOrDefault(w => stems.Fold(w) == s)).FirstOrDefault(w => w is not null);
            if (right is not null) text = text.Replace(word, right, StringComparison.Ordinal);
        }

        return text == question.Text ? null : text;
    }
}
