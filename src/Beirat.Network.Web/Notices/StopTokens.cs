using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Beirat.Network.Web.Notices;

/// <summary>
/// Addresses that end mails about threads without signing in (RFC 8058). They name the account, encrypted and signed, do nothing
/// else, and are good as long as the mail may lie somewhere: nobody should have to look for another way.
/// </summary>
internal sealed class StopTokens(IDataProtectionProvider protection)
{
    public const string Path = "/abbestellen";

    private const int Longest = 500;

    private readonly IDataProtector _protector = protection.CreateProtector("Beirat.Notices.Stop");

    public string AddressOf(Guid account) => $"{Path}/{_protector.Protect(account.ToString("N"))}";

    /// <summary>Null for whatever was not made here.</summary>
    public Guid? Read(string? token)
    {
        if (token is not { Length: > 0 and <= Longest }) return null;
        try
        {
            return Guid.TryParse(_protector.Unprotect(token), out var account) ? account : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
