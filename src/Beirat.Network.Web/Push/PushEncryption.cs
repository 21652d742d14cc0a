using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Beirat.Network.Web.Push;

/// <summary>Encrypts a message for one device, so that its push service cannot read it (RFC 8291, with the coding of RFC 8188 in one record).</summary>
internal static class PushEncryption
{
    public const int SaltLength = 16;

    private const int RecordSize = 4096;
    private const int PointLength = 65;
    private const int TagLength = 16;

    /// <summary>Marks the last record (RFC 8188, section 2).</summary>
    private const byte Last = 2;

    /// <summary>Longer ones would take a second record, which nobody needs here.</summary>
    private const int MostBytes = 3000;

    public static byte[] Encrypt(ReadOnlySpan<byte> text, byte[] devicePoint, byte[] deviceSecret)
    {
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(text, devicePoint, deviceSecret, once, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <summary>With a given key and salt. Both are for one message only.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> text, byte[] devicePoint, byte[] deviceSecret, ECDiffieHellman own, byte[] salt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MostBytes);
        var ownPoint = PointOf(own.ExportParameters(includePrivateParameters: false));
        using var device = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = devicePoint[1..33], Y = devicePoint[33..] } });
        // RFC 8291, section 3.3 and 3.4.
        var shared = HKDF.Extract(HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(device.PublicKey), deviceSecret);
        var material = HKDF.Expand(HashAlgorithmName.SHA256, shared, 32, [.. "WebPush: info\0"u8, .. devicePoint, .. ownPoint]);
        var root = HKDF.Extract(HashAlgorithmName.SHA256, material, salt);
        var key = HKDF.Expand(HashAlgorithmName.SHA256, root, 16, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.Expand(HashAlgorithmName.SHA256, root, 12, "Content-Encoding: nonce\0"u8.ToArray());

        var head = SaltLength + sizeof(int) + 1 + PointLength;
        var body = new byte[head + text.Length + 1 + TagLength];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(SaltLength), RecordSize);
        body[SaltLength + sizeof(int)] = PointLength;
        ownPoint.CopyTo(body, SaltLength + sizeof(int) + 1);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, [.. text, Last], body.AsSpan(head, text.Length + 1), body.AsSpan(head + text.Length + 1));
        return body;
    }

    /// <summary>The uncompressed point of a public key (SEC 1, section 2.3.3).</summary>
    public static byte[] PointOf(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];

    /// <summary>UTF-8, as all that is sent.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
