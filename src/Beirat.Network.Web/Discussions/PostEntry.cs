using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Discussions;

/// <summary>What the reply form holds.</summary>
public sealed class PostEntry
{
    public string? Text { get; set; }

    public string? Language { get; set; }

    public string? Capacity { get; set; }

    /// <summary>Names of people to whom the post is put as a question.</summary>
    public string? Asked { get; set; }

    /// <summary>The button that was pressed, if it was not the one that sends.</summary>
    public string? Step { get; set; }

    /// <summary>Made with the page: sending the form twice gives one post.</summary>
    public Guid Key { get; set; }
}

/// <summary>Somebody's words as a quotation in Markdown, under a link to where they stand.</summary>
internal static class PostQuote
{
    /// <summary>In characters: who wants more quotes it in parts.</summary>
    private const int Longest = 1_500;

    public static string Of(PostView post)
    {
        var name = (post.Author?.Name ?? DiscussionsTexts.FormerMember).Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal);
        // Of a quotation in a quotation only the words of this writer are taken.
        var own = string.Join('\n', post.Text.Split('\n').SkipWhile(l => l.StartsWith('>') || l.Length == 0));
        var text = own.Length == 0 ? post.Text : own;
        var cut = text.Length <= Longest ? text : Excerpt.Beginning(text, Longest);
        return $"> [{name}, {Say.Format(DiscussionsTexts.PostNumber, post.Sequence)}](/diskussionen/{post.DiscussionId}?beitrag={post.Sequence}#beitrag-{post.Sequence})\n> \n"
            + string.Join('\n', cut.Split('\n').Select(l => $"> {l}"));
    }
}
