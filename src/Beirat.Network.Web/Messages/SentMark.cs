using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Beirat.Network.Web.Messages;

/// <summary>
/// Carries the secret address of a new conversation from the form to the page that shows it, in a short-lived cookie of
/// the visitor's own browser. In an address it would stay in histories and logs, and somebody else could hand one of
/// theirs to a victim.
/// </summary>
internal sealed class SentMark(IDataProtectionProvider protection)
{
    private const string CookieName = "beirat-gesendet";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Beirat.Network.Messages.SentMark").ToTimeLimitedDataProtector();

    public void Leave(HttpContext context, string page, string secret) =>
        context.Response.Cookies.Append(CookieName, _protector.Protect($"{page} {secret}", Lifetime), new CookieOptions
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", MaxAge = Lifetime,
        });

    /// <summary>The secret that was left for this page; null when there is none, or not from here.</summary>
    public string? Find(HttpContext context, string page)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } value) return null;
        try
        {
            var parts = _protector.Unprotect(value).Split(' ');
            return parts.Length == 2 && parts[0] == page ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
