using System.Net;
using System.Threading.Channels;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Beirat.Network.Web.Tests;

/// <summary>What arrives at an open page. Written here anew: the names are the contract.</summary>
public sealed record Push(Guid DiscussionId, long Sequence, Guid Id, string Html, bool Removed);

/// <summary>An open page: a real SignalR client with the cookies of its visitor.</summary>
internal sealed class LiveReader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Channel<Push> _pushes = Channel.CreateUnbounded<Push>();

    public LiveReader(KestrelPortal portal, CookieContainer? jar = null, Action<IHubConnectionBuilder>? configure = null)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(portal.Address, "/live"), HttpTransportType.WebSockets, o =>
        {
            if (jar is not null) o.Cookies = jar;
        });
        configure?.Invoke(builder);
        Connection = Listen(builder);
    }

    public LiveReader(IHubConnectionBuilder builder) => Connection = Listen(builder);

    public HubConnection Connection { get; }

    public static async Task<LiveReader> WatchAsync(KestrelPortal portal, Guid discussion, CookieContainer? jar = null)
    {
        var reader = new LiveReader(portal, jar);
        await reader.Connection.StartAsync();
        await reader.WatchAsync(discussion);
        return reader;
    }

    public Task<long> WatchAsync(Guid discussion) => Connection.InvokeAsync<long>("Watch", discussion.ToString());

    public async Task<Push> NextAsync() => await _pushes.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public bool TryNext(out Push? push) => _pushes.Reader.TryRead(out push);

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private HubConnection Listen(IHubConnectionBuilder builder)
    {
        var connection = builder.Build();
        connection.On<Push>("post", push => _pushes.Writer.TryWrite(push));
        return connection;
    }
}
