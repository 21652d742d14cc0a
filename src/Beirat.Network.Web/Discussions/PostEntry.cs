using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
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

/// <summary>Files that came with a form.</summary>
internal static class PostUploads
{
    private const string Name = "Entry.File";

    public static bool Any(HttpContext context) => Of(context).Any(f => f.Length > 0);

    /// <summary>At most one more than is taken: that is enough to say that they are too many. A file that is too large comes as its beginning, which is too large, too.</summary>
    public static async Task<IReadOnlyList<PostFile>> ReadAsync(HttpContext context, CancellationToken cancellation)
    {
        var files = new List<PostFile>();
        foreach (var file in Of(context).Where(f => f.Length > 0).Take(PostAttachment.Most + 1))
        {
            var length = (int)Math.Min(file.Length, ArticleAttachment.MaxSize + 1);
            var bytes = new byte[length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellation);
            files.Add(new PostFile(file.FileName, bytes));
        }

        return files;
    }

    private static IReadOnlyList<IFormFile> Of(HttpContext context) => context.Request.HasFormContentType ? context.Request.Form.Files.GetFiles(Name) : [];
}
