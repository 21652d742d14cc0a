using System.Net;

namespace Beirat.Network.Testing;

/// <summary>The portal on a real socket, for WebSockets, size limits and what only the server itself adds.</summary>
public class KestrelPortal : PortalFactory
{
    public KestrelPortal() => UseKestrel(0);

    /// <summary>Where it listens; starts it.</summary>
    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    public override Visitor Visitor() => Browser(new CookieContainer());

    /// <summary>A browser with this jar of cookies, over the socket.</summary>
    public Visitor Browser(CookieContainer jar) =>
        new(new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = Address });
}
