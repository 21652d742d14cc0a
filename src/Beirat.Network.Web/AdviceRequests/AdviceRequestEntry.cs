using System.Globalization;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.AdviceRequests;

/// <summary>What the form of a new request holds, as it was typed.</summary>
public sealed class AdviceRequestEntry
{
    /// <summary>Made with the form: sending it twice gives one request.</summary>
    public Guid Id { get; set; }

    public string? Organization { get; set; }

    public string? Question { get; set; }

    public string? Language { get; set; }

    public string? Kind { get; set; }

    public string? Confidentiality { get; set; }

    public string? Deadline { get; set; }

    public string? Minutes { get; set; }

    public List<string> Topics { get; set => field = value ?? []; } = [];

    public List<string> People { get; set => field = value ?? []; } = [];

    internal StartAdviceRequest ToCommand()
    {
        var unreadable = new Dictionary<string, Refusal>();
        return new StartAdviceRequest(
            Id, Organization, Question ?? string.Empty, Language ?? string.Empty, Chosen<AdviceKind>(Kind), Chosen<AdviceConfidentiality>(Confidentiality),
            Day(Deadline, unreadable), Number(Minutes, unreadable), Topics, People) { Unreadable = unreadable };
    }

    /// <summary>Null for what is no value of the list.</summary>
    internal static T? Chosen<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && value.ToString() == text ? value : null;

    private static DateOnly? Day(string? text, Dictionary<string, Refusal> unreadable)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Typed.TryDay(text, out var day)) return day;
        unreadable["deadline"] = Refusal.NotADate;
        return null;
    }

    private static int? Number(string? text, Dictionary<string, Refusal> unreadable)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) return minutes;
        unreadable["minutes"] = Refusal.NotMinutes;
        return null;
    }
}

/// <summary>What somebody who is asked answers.</summary>
public sealed class AdviceAnswerEntry
{
    public string? Answer { get; set; }

    public string? Reason { get; set; }

    public string? Hint { get; set; }

    public string? Until { get; set; }
}

/// <summary>Further people to ask.</summary>
public sealed class AskMoreEntry
{
    public List<string> People { get; set => field = value ?? []; } = [];
}

/// <summary>A new version of the draft, or a remark on it: two forms, one page.</summary>
public sealed class AdviceDraftEntry
{
    /// <summary>The version that the text was made from.</summary>
    public int BasedOn { get; set; }

    public string? Text { get; set; }

    public string? Language { get; set; }

    public string? Comment { get; set; }

    public Guid Key { get; set; }
}

/// <summary>What officially becomes of the answer.</summary>
public sealed class OfficialReplyEntry
{
    public string? Verdict { get; set; }

    public string? Reason { get; set; }
}
