using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Beirat.Network.Messages;

/// <summary>
/// A secret address of a conversation, for a sender without account. Only its SHA-256 is stored; the secret has 256
/// random bits, so no salt is needed. A notice by mail brings one of its own, because the first cannot be had again.
/// </summary>
public sealed class ConversationLink
{
    private const int SecretBytes = 32;

    /// <summary>Characters of a secret (RFC 4648, section 5, without padding).</summary>
    private const int SecretLength = 43;

    private ConversationLink() { }

    internal ConversationLink(Guid conversationId, string secret, DateTimeOffset now) =>
        (Hash, ConversationId, MadeAt) = (HashOf(secret), conversationId, now);

    public string Hash { get; private set; } = string.Empty;

    public Guid ConversationId { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>True for what could be a secret, whether there is one like it or not.</summary>
    public static bool LooksLikeSecret(string? text) =>
        text is { Length: SecretLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
