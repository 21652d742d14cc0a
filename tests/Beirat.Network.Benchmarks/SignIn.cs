using System.Net;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

internal static class SignIn
{
    /// <summary>Signs in as the demo member and returns the Cookie header.</summary>
    public static Task<string> AsMemberAsync(Uri address) => AsAsync(address, Cast.Member);

    public static async Task<string> AsAsync(Uri address, string email)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var visitor = new Visitor(new HttpClient(handler) { BaseAddress = address });
        await visitor.SignInAsync(email);
        return cookies.GetCookieHeader(address);
    }
}
