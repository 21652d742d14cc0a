using Microsoft.Playwright;

namespace Beirat.Network.Browser.Tests;

/// <summary>The network of one window, to be cut and restored: open sockets die, new requests fail.</summary>
internal sealed class Network
{
    private readonly List<IWebSocketRoute> _sockets = [];
    private bool _cut;

    public static async Task<Network> OfAsync(IPage page)
    {
        var network = new Network();
        await page.RouteAsync("**/*", route => network._cut ? route.AbortAsync() : route.ContinueAsync());
        await page.RouteWebSocketAsync("**/live**", network.Connect);
        return network;
    }

    public async Task CutAsync()
    {
        _cut = true;
        foreach (var socket in _sockets) await socket.CloseAsync();
        _sockets.Clear();
    }

    public void Restore() => _cut = false;

    private void Connect(IWebSocketRoute socket)
    {
        if (_cut)
        {
            _ = socket.CloseAsync();
            return;
        }

        socket.ConnectToServer();
        _sockets.Add(socket);
    }
}
