using Beirat.Network.Common;
using Beirat.Network.People;

namespace Beirat.Network.AdviceRequests;

/// <summary>How long and how many.</summary>
public static class AdviceRules
{
    /// <summary>In characters of plain text.</summary>
    public const int MaxQuestion = 10_000;

    public const int MaxReason = 1_000;

    public const int MaxComment = 2_000;

    /// <summary>In characters of Markdown.</summary>
    public const int MaxDraft = 20_000;

    public const int MaxTopics = 10;

    /// <summary>People who are asked about one request.</summary>
    public const int MaxAsked = 15;

    /// <summary>A working week is the most that is asked of volunteers.</summary>
    public const int MaxMinutes = 2_400;

    /// <summary>Versions and comments of one draft.</summary>
    public const int MaxVersions = 200;
    public const int MaxComments = 500;

    private const int TitleLength = 100;
    private const int ShortestSentence = 30;

    /// <summary>A deadline lies at most so many days ahead: later ones are slips of the finger.</summary>
    internal const int MaxDaysAhead = 730;

    /// <summary>A request is called by its first sentence, or by how it begins.</summary>
    internal static string TitleOf(string question)
    {
        var line = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var i = 1; i < line.Length && i < TitleLength; i++)
        {
            // The full stop of a short word or a day ("e. V.", "3. Mai") ends no sentence.
            if (line[i] == ' ' && line[i - 1] is '.' or '?' or '!' or '؟' && i >= ShortestSentence) return line[..i];
        }

        return Excerpt.Beginning(line, TitleLength);
    }

    internal static Refusal? RefusalOfText(string text, int most)
    {
        var faults = new Dictionary<string, Refusal>();
        faults.Text("text", text, most, required: true);
        return faults.Count > 0 ? faults["text"] : null;
    }

    internal static Refusal? RefusalOfDeadline(DateOnly? deadline, DateOnly today)
    {
        if (deadline is not { } day) return Refusal.Empty;
        if (day < today) return Refusal.DayPassed;
        return day > today.AddDays(MaxDaysAhead) ? Refusal.UnlikelyDate : null;
    }
}
