using System.Net;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;

namespace Beirat.Network.Common;

/// <summary>Markdown (CommonMark 0.31) to HTML that is safe to show: raw HTML is off, and the result is sanitised all the same.</summary>
public static class RichTextRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UseAutoLinks().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <summary>
    /// Renders a text. Headings move down so that the page keeps its one h1: "#" becomes h2, or h3 inside a thread.
    /// </summary>
    public static string Render(string markdown, int topHeading = 2) =>
        Sanitizer.Sanitize(Unnested(() => ToHtml(markdown, topHeading)) ?? $"<p>{WebUtility.HtmlEncode(markdown)}</p>").Trim();

    /// <summary>The words alone, for search and summaries.</summary>
    public static string PlainText(string markdown) => Unnested(() => Markdown.ToPlainText(markdown, Pipeline))?.Trim() ?? markdown;

    private static string ToHtml(string markdown, int topHeading)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var block in document.Descendants<HeadingBlock>())
            block.Level = Math.Min(6, block.Level == 1 ? topHeading : block.Level + topHeading - 2);
        return document.ToHtml(Pipeline);
    }

    /// <summary>Null for brackets in brackets without end, at which the parser gives up: such a text is taken as it was typed.</summary>
    private static string? Unnested(Func<string> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr",
                "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        });
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is IElement { LocalName: "a" } link) link.SetAttribute("rel", "nofollow noopener");
        };
        return sanitizer;
    }
}
