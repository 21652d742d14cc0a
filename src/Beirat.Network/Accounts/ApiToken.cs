using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Beirat.Network.Accounts;

/// <summary>A personal key to the JSON API. Only its SHA-256 is stored; the secret has 256 random bits, so no salt is needed.</summary>
public sealed class ApiToken
{
    private const string Prefix = "beirat_";

    /// <summary>How long a token works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private ApiToken() { }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string Hash { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Makes a token and the secret that belongs to it. The secret cannot be had again.</summary>
    public static (ApiToken Token, string Secret) Create(Guid accountId, DateTimeOffset now)
    {
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(),
            AccountId = accountId,
            Hash = HashOf(secret),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        return (token, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
