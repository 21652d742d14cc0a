using System.Net;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

internal static class SignIn
{
    /// <summary>Signs in as the demo member and returns the Cookie header.</summary>
    public static async Task<string> AsMemberAsync(Uri address)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var visitor = new Visitor(new HttpClient(handler) { BaseAddress = address });
        await visitor.SignInAsync(Cast.Member);
        return cookies.GetCookieHeader(address);
    }
}
