using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Beirat.Network.Testing;

/// <summary>Visitors whose cookies a test can see and take away.</summary>
public static class VisitorWithJar
{
    public const string AccountCookie = "beirat-konto";

    public static Visitor Visitor(this PortalFactory portal, CookieContainer jar) => new(portal.CreateDefaultClient(new CookieContainerHandler(jar)));

    /// <summary>The session runs out: the account cookie goes, the form cookie stays.</summary>
    public static void EndSession(this CookieContainer jar)
    {
        foreach (Cookie cookie in jar.GetAllCookies())
        {
            if (cookie.Name == AccountCookie) cookie.Expired = true;
        }
    }
}
