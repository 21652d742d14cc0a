using Microsoft.Playwright;

namespace Beirat.Network.Browser.Tests;

/// <summary>The network of one window, to be cut and restored: open sockets die, new requests fail, what a page asks to catch up is held or refused.</summary>
internal sealed class Network
{
    private readonly List<IWebSocketRoute> _sockets = [];
    private readonly TaskCompletionSource _held = new();
    private bool _cut;
    private bool _hold;
    private int _refuse;

    public static async Task<Network> OfAsync(IPage page)
    {
        var network = new Network();
        await page.RouteAsync("**/*", route => network._cut ? route.AbortAsync() : route.ContinueAsync());
        await page.RouteAsync("**/beitraege?nach=*", network.CatchUpAsync);
        await page.RouteWebSocketAsync("**/live**", network.Connect);
        return network;
    }

    public async Task CutAsync()
    {
        _cut = true;
        await CloseSocketsAsync();
    }

    /// <summary>Ends the connections that stand; new ones can be made.</summary>
    public async Task CloseSocketsAsync()
    {
        foreach (var socket in _sockets) await socket.CloseAsync();
        _sockets.Clear();
    }

    public void Restore() => _cut = false;

    /// <summary>What is asked to catch up waits until <see cref="Release"/>.</summary>
    public void Hold() => _hold = true;

    public void Release()
    {
        _hold = false;
        _held.TrySetResult();
    }

    /// <summary>The portal is too busy for the next questions.</summary>
    public void Refuse(int times) => _refuse = times;

    private async Task CatchUpAsync(IRoute route)
    {
        if (_hold) await _held.Task;
        if (_cut) await route.AbortAsync();
        else if (_refuse-- > 0) await route.FulfillAsync(new() { Status = 503 });
        else await route.ContinueAsync();
    }

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
