using Beirat.Network.Common;
using Beirat.Network.Search.Analysis;

namespace Beirat.Network.Discussions;

/// <summary>What a post must be, whichever way it comes.</summary>
public static class PostRules
{
    /// <summary>Stands for "find out yourself" in the choice of a language.</summary>
    public const string AnyLanguage = "auto";

    /// <summary>The text as it is stored, in the language that was chosen or, if asked to, is found in it.</summary>
    internal static PostText Clean(PostText text)
    {
        var clean = TextRules.Clean(text.Text);
        // A quotation is somebody else's words.
        var language = text.Language == AnyLanguage ? LanguageGuess.OfText(OwnWords(clean)) : text.Language;
        return text with { Text = clean, Language = language };
    }

    /// <summary>The field and what is wrong with it; null for a text that may be stored.</summary>
    internal static (string Field, Refusal Reason)? RefusalOf(PostText text)
    {
        if (RefusalOf(text.Text, Post.MaxTextLength) is { } reason) return ("text", reason);
        return Languages.IsKnown(text.Language) ? null : ("language", Refusal.UnknownLanguage);
    }

    internal static Refusal? RefusalOf(string text, int longest) =>
        text.Length == 0 ? Refusal.Empty
        : text.Length > longest ? Refusal.TooLong
        : !TextRules.IsWellFormed(text) ? Refusal.UnreadableText
        : TextRules.HasStackedMarks(text) ? Refusal.StackedMarks : null;

    private static string OwnWords(string text)
    {
        var own = string.Join('\n', text.Split('\n').Where(l => !l.TrimStart().StartsWith('>')));
        return string.IsNullOrWhiteSpace(own) ? text : own;
    }
}
