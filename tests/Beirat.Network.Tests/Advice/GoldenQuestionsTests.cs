using System.Globalization;
using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Advice;

/// <summary>Questions as people ask them, in five languages, and who must be proposed. They are written from what people of the demo council say of themselves.</summary>
public sealed class GoldenQuestionsTests(RunningCouncil council, ITestOutputHelper output) : IClassFixture<RunningCouncil>
{
    private static IEnumerable<(string Language, string Question, string[] People)> Questions =>
        from file in Directory.GetFiles(Path.Combine(NetworkHost.SeedFolder, "advisers"), "*.txt").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        where line.Contains("=>", StringComparison.Ordinal)
        let parts = line.Split("=>", StringSplitOptions.TrimEntries)
        select (Path.GetFileNameWithoutExtension(file), parts[0], parts[1].Split(',', StringSplitOptions.TrimEntries));

    [Fact]
    public async Task Of_five_questions_four_name_a_right_person_first_and_of_twenty_nineteen_among_the_first_three()
    {
        var (asked, first, three) = (0, 0, 0);
        foreach (var (language, question, people) in Questions)
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

        var told = $"{asked} questions, first right: {first}, among the first three: {three}";
        output.WriteLine(told);
        Assert.True(asked >= 60, told);
        Assert.True(first >= asked * 0.80, told);
        Assert.True(three >= asked * 0.95, told);
    }

    [Fact]
    public async Task Everybody_who_is_expected_advises()
    {
        await using var db = council.Network.Db();
        var advising = db.Experts(new DateOnly(2026, 11, 22)).Select(p => p.Slug).ToHashSet();

        Assert.All(Questions.SelectMany(q => q.People), p => Assert.Contains(p, advising));
        Assert.Equal(5, Questions.Select(q => q.Language).Distinct().Count());
        Assert.Distinct(Questions.Select(q => q.Question));
    }
}
