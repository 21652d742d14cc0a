using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Beirat.Network.Notices;
using Microsoft.AspNetCore.DataProtection;

namespace Beirat.Network.Web.Push;

/// <summary>
/// The portal's own key, by which push services know that a message comes from the portal that a device was allowed for (RFC 8292).
/// Made when it is first needed, kept in the database for all nodes, protected by the keys that protect cookies.
/// </summary>
internal sealed class VapidKey(PushKeyStore store, IDataProtectionProvider protection, PushSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>Push services take a day at most (RFC 8292, section 2).</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("Beirat.Push.Vapid");
    private readonly SemaphoreSlim _turn = new(1);
    private ECDsa? _key;

    /// <summary>The public key as browsers want it when somebody allows messages.</summary>
    public async Task<string> PublicAsync(CancellationToken cancellation) => PublicOf(await KeyAsync(cancellation));

    /// <summary>What stands in the header "Authorization" of a message to that address.</summary>
    public async Task<string> SignAsync(Uri endpoint, CancellationToken cancellation)
    {
        var key = await KeyAsync(cancellation);
        var claims = new Dictionary<string, object>
        {
            ["aud"] = endpoint.GetLeftPart(UriPartial.Authority), ["exp"] = (time.GetUtcNow() + GoodFor).ToUnixTimeSeconds(), ["sub"] = settings.Contact,
        };
        var told = $"{Part("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Part(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var signature = key.SignData(PushEncryption.Bytes(told), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={told}.{Part(signature)}, k={PublicOf(key)}";
    }

    public void Dispose()
    {
        _key?.Dispose();
        _turn.Dispose();
    }

    private async Task<ECDsa> KeyAsync(CancellationToken cancellation)
    {
        if (_key is { } known) return known;
        await _turn.WaitAsync(cancellation);
        try
        {
            return _key ??= await FindAsync(cancellation) ?? Read(await store.KeepAsync(Make(), cancellation))
                ?? throw new CryptographicException("The key for push services was made by a node whose keys this one does not have.");
        }
        finally
        {
            _turn.Release();
        }
    }

    // Whoever loses the keys of cookies loses this one, too: devices were allowed for it alone, so they go with it.
    private async Task<ECDsa?> FindAsync(CancellationToken cancellation)
    {
        if (await store.FindAsync(cancellation) is not { } kept) return null;
        if (Read(kept) is { } key) return key;
        await store.DropAsync(kept, cancellation);
        return null;
    }

    private string Make()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(_protector.Protect(made.ExportPkcs8PrivateKey()));
    }

    private ECDsa? Read(string kept)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(_protector.Unprotect(Convert.FromBase64String(kept)), out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    private static string PublicOf(ECDsa key) => Part(PushEncryption.PointOf(key.ExportParameters(includePrivateParameters: false)));

    private static string Part(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
