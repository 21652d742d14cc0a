using System.Globalization;
using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Advice;

/// <summary>Questions as people ask them, in five languages, and who must be proposed. They are written from what people of the demo council say of themselves.</summary>
public sealed class GoldenQuestionsTests(RunningCouncil council, ITestOutputHelper output) : IClassFixture<RunningCouncil>
{
    /// <summary>The questions that the finder was made with.</summary>
    private const string Known = "advisers";

    /// <summary>
    /// Written afterwards, on other topics and in other words, and not looked at when weights are chosen. Measured: first right in 87.8 of a
    /// hundred, among the first three in 94.6. What fails are German sentences of everyday words ("Im Verein bleibt die ganze Arbeit an zwei
    /// Leuten hängen"): each word is in many texts, and none names the matter.
    /// </summary>
    private const string Aside = "advisers-aside";

    [Theory]
    [InlineData(Known, 90, 95)]
    [InlineData(Aside, 85, 94)]
    public async Task Of_a_hundred_questions_so_many_name_a_right_person_first_and_so_many_among_the_first_three(string set, int firstOfHundred, int threeOfHundred)
    {
        var (asked, first, three) = (0, 0, 0);
        foreach (var (language, question, people) in Questions(set))
        {
            // As somebody reads the portal who asks in that language.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var result = await council.Network.AskAsync((AdviserQuery q) => q.RunAsync(Viewer.Public, new AdviserRequest(question)));
            var place = result.Advisers.ToList().FindIndex(a => people.Contains(a.Slug));
            asked++;
            if (place == 0) first++;
            if (place is >= 0 and < 3) three++;
            if (place != 0) output.WriteLine($"{place + 1} {language} {question}: {string.Join(", ", result.Advisers.Take(3).Select(a => $"{a.Slug} {a.Score}"))}");
        }

        var told = $"{set}: {asked} questions, first right: {first}, among the first three: {three}";
        output.WriteLine(told);
        Assert.True(asked >= 60, told);
        Assert.True(first * 100 >= asked * firstOfHundred, told);
        Assert.True(three * 100 >= asked * threeOfHundred, told);
    }

    [Fact]
    public async Task Everybody_who_is_expected_advises()
    {
        await using var db = council.Network.Db();
        var advising = db.Experts(new DateOnly(2026, 11, 22)).Select(p => p.Slug).ToHashSet();
        foreach (var set in new[] { Known, Aside })
        {
            Assert.All(Questions(set).SelectMany(q => q.People), p => Assert.Contains(p, advising));
            Assert.Equal(5, Questions(set).Select(q => q.Language).Distinct().Count());
        }

        Assert.Distinct(Questions(Known).Concat(Questions(Aside)).Select(q => q.Question));
    }

    private static IEnumerable<(string Language, string Question, string[] People)> Questions(string set) =>
        from file in Directory.GetFiles(Path.Combine(NetworkHost.SeedFolder, set), "*.txt").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        where line.Contains("=>", StringComparison.Ordinal)
        let parts = line.Split("=>", StringSplitOptions.TrimEntries)
        select (Path.GetFileNameWithoutExtension(file), parts[0], parts[1].Split(',', StringSplitOptions.TrimEntries));
}
