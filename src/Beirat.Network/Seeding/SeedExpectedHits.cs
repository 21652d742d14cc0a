using Beirat.Network.Outbox;
using Beirat.Network.SearchDesk;

namespace Beirat.Network.Seeding;

/// <summary>What searches in the demo council must find: a file for each language.</summary>
internal static class SeedExpectedHits
{
    public static IEnumerable<ExpectedHit> Read(SeedFolder seed)
    {
        foreach (var (language, file) in seed.Texts("expected"))
        {
            using var lines = new StreamReader(file);
            var number = 0;
            foreach (var wish in Wishes(lines, language, file))
                yield return new ExpectedHit(SeedIds.Of("expected", $"{language}/{++number}"), wish with { Page = Page(wish.Page) }, isShipped: true);
        }
    }

    private static List<Expectation> Wishes(StreamReader lines, string language, string file)
    {
        try
        {
            return [.. ExpectedHitText.Read(lines, language)];
        }
        catch (FormatException fault)
        {
            throw new InvalidDataException($"seed/expected/{Path.GetFileName(file)}: {fault.Message}", fault);
        }
    }

    // Discussions have no name in their address: the files say the name of the record.
    private static ExpectedPage? Page(ExpectedPage? page) => page?.Kind == SubjectKind.Discussion
        ? page with { Key = SeedIds.Of("discussion", page.Key).ToString() }
        : page;
}
