using System.Security.Cryptography;
using System.Text;

namespace Beirat.Network.Common;

/// <summary>Ids that follow from a name (RFC 9562, section 5.5, version 5): the same seed record has the same id everywhere.</summary>
public static class NamedId
{
    private static readonly Guid Namespace = new("0b7ef3a4-3c1d-4b86-9a55-6e7c1f3d9a10");

    public static Guid For(string kind, string name)
    {
        var input = Namespace.ToByteArray(bigEndian: true).Concat(Encoding.UTF8.GetBytes($"{kind}:{name}")).ToArray();
#pragma warning disable CA5350 // Version 5 is defined with SHA-1; nothing secret hangs on it.
        var hash = SHA1.HashData(input).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
