using System.Text;
using AngleSharp.Html.Parser;
using Beirat.Network.Common;
using Xunit;

namespace Beirat.Network.Tests.Common;

public sealed class RichTextRendererTests
{
    private static readonly string[] Allowed =
    [
        "p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr",
        "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
    ];

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![Bild](https://boese.example/zaehler.gif)",
        "![x](javascript:alert(1))",
        "[klick](javascript:alert(1))",
        "[klick](JaVaScRiPt:alert(1))",
        "[klick](&#106;avascript:alert(1))",
        "[klick](java\tscript:alert(1))",
        "[klick](data:text/html;base64,PHNjcmlwdD4=)",
        "[klick](vbscript:msgbox(1))",
        "<javascript:alert(1)>",
        "[klick][1]\n\n[1]: javascript:alert(1) 'x'",
        "[klick](https://a.example \"onmouseover=alert(1)\")",
        "[klick](https://a.example/\"onmouseover=\"alert(1))",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<style>body{display:none}</style>",
        "<div style=\"position:fixed\" class=\"button\" id=\"inhalt\">x</div>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "```html\n</code></pre><script>alert(1)</script>\n```",
        "|a|b|\n|-|:-:|\n|<b onclick=x>|`<script>`|",
        "<form action=\"/konto/abmelden\"><button>Weiter</button></form>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<!--><script>alert(1)</script>-->",
        "{.button onclick=alert(1)}\n# Titel {#inhalt}",
        "<iframe src=\"https://boese.example\"></iframe>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_becomes_harmless(string markdown)
    {
        var page = new HtmlParser().ParseDocument("<body>" + RichTextRenderer.Render(markdown) + "</body>");

        foreach (var element in page.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Allowed);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, new[] { "href", "start", "rel" }));
            if (element.GetAttribute("href") is { } address) Assert.Matches("^(https?:|mailto:|/|#)", address);
        }
    }

    [Fact]
    public void Links_inside_the_portal_and_to_other_sites_stay()
    {
        Assert.Contains("href=\"/wissen/ankommen-in-heilbronn\"", RichTextRenderer.Render("[Ankommen](/wissen/ankommen-in-heilbronn)"));
        Assert.Contains("href=\"https://example.org/\"", RichTextRenderer.Render("https://example.org/"));
        Assert.Contains("rel=\"nofollow noopener\"", RichTextRenderer.Render("[a](https://example.org/)"));
    }

    [Theory]
    [InlineData(2, "# Eins\n\n## Zwei\n\n### Drei", "h2,h2,h3")]
    [InlineData(4, "# Eins\n\n## Zwei\n\n### Drei\n\n#### Vier", "h4,h4,h5,h6")]
    [InlineData(4, "###### Sechs", "h6")]
    public void Headings_leave_the_page_its_own(int top, string markdown, string levels)
    {
        var page = new HtmlParser().ParseDocument(RichTextRenderer.Render(markdown, top));

        Assert.Equal(levels, string.Join(',', page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName)));
    }

    [Fact]
    public void Each_line_stays_a_line() => Assert.Equal("<p>eins<br>\nzwei</p>", RichTextRenderer.Render("eins\nzwei"));

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("![")]
    [InlineData("1. ")]
    [InlineData("**_")]
    [InlineData("`")]
    public void Text_of_the_greatest_length_that_nests_as_deep_as_it_can_is_rendered(string bracket)
    {
        var text = new StringBuilder();
        while (text.Length < 9_990) text.Append(bracket);

        Assert.NotEmpty(RichTextRenderer.Render(text + "x"));
        Assert.NotNull(RichTextRenderer.PlainText(text + "x"));
    }

    [Fact]
    public void Only_the_words_go_to_search() =>
        Assert.Equal("Titel\nEin Wort und Verweis.", RichTextRenderer.PlainText("# Titel\n\nEin **Wort** und [Verweis](https://a.example).").ReplaceLineEndings("\n"));
}
