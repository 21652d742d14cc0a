using Beirat.Network.Knowledge;

namespace Beirat.Network.Web.Http;

/// <summary>Files that came with a form.</summary>
internal static class Uploads
{
    /// <summary>More is read than is taken, so that somebody with too large a file is told so, instead of a cut connection.</summary>
    public const long MaxRead = 64 * 1024 * 1024;

    private const string Name = "Entry.File";

    public static bool Any(HttpContext context) => Of(context).Any(f => f.Length > 0);

    /// <summary>At most one more than <paramref name="most"/>: that is enough to say that they are too many. A file that is too large comes as its beginning, which is too large, too.</summary>
    public static async Task<IReadOnlyList<IncomingFile>> ReadAsync(HttpContext context, int most, CancellationToken cancellation)
    {
        var files = new List<IncomingFile>();
        foreach (var file in Of(context).Where(f => f.Length > 0).Take(most + 1))
        {
            var length = (int)Math.Min(file.Length, ArticleAttachment.MaxSize + 1);
            var bytes = new byte[length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellation);
            files.Add(new IncomingFile(file.FileName, bytes));
        }

        return files;
    }

    private static IReadOnlyList<IFormFile> Of(HttpContext context) => context.Request.HasFormContentType ? context.Request.Form.Files.GetFiles(Name) : [];
}
