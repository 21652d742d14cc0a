using System.Security.Cryptography;
using Beirat.Network.Discussions;

namespace Beirat.Network.Web.Discussions;

/// <summary>
/// A mark by which a page recognises the posts of its own reader. It is a keyed hash: equal marks show that two posts
/// are of one account, which their names show anyway, but no account id leaves the server. The key is no secret: what is
/// hashed cannot be guessed, and pages must recognise their posts after a restart and on another node.
/// </summary>
internal static class AuthorMark
{
    private static readonly byte[] Key = "Beirat.Network author mark"u8.ToArray();

    public static string? Of(PostView post) => Of(post.AccountId);

    public static string? Of(Guid? account) =>
        account is { } id ? Convert.ToHexStringLower(HMACSHA256.HashData(Key, id.ToByteArray()).AsSpan(0, 6)) : null;
}
