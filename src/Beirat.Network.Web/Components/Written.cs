using Beirat.Network.Common;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Components;

/// <summary>
/// Marks what people wrote in a page of another language, so that it is read aloud as what it is (WCAG 2.2, 3.1.2). Names
/// need no mark. In a page of the same language there is nothing to mark. A text without a language of its own is German.
/// </summary>
internal static class Written
{
    private static readonly Dictionary<string, object> Unmarked = [];

    /// <summary>For an element: <c>@attributes="Written.InGerman"</c>.</summary>
    public static IReadOnlyDictionary<string, object> InGerman => In(Languages.Default);

    public static IReadOnlyDictionary<string, object> In(string language) => InterfaceLanguages.Foreign(language) is null
        ? Unmarked
        : new Dictionary<string, object> { ["lang"] = language, ["dir"] = Languages.Direction(language) };

    /// <summary>A German text within other words.</summary>
    public static RenderFragment German(string text) => Within(text, text);

    /// <summary>A sentence of the portal around words that somebody wrote in German.</summary>
    public static RenderFragment Within(string sentence, string words) => builder =>
    {
        var at = InGerman.Count == 0 || words.Length == 0 ? -1 : sentence.LastIndexOf(words, StringComparison.Ordinal);
        if (at < 0)
        {
            builder.AddContent(0, sentence);
            return;
        }

        builder.AddContent(1, sentence[..at]);
        builder.OpenElement(2, "span");
        builder.AddMultipleAttributes(3, InGerman);
        builder.AddContent(4, words);
        builder.CloseElement();
        builder.AddContent(5, sentence[(at + words.Length)..]);
    };
}
