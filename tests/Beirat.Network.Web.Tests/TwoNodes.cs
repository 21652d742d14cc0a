using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>Two processes on one PostgreSQL, with a Redis of their own that can be stopped.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private readonly TempFolder _one = new();
    private readonly TempFolder _other = new();
    private readonly PostgresDatabase? _database = Missing is null ? new PostgresDatabase() : null;
    private readonly int _redisPort = FreePort();
    private readonly List<PortalProcess> _portals = [];
    private Process? _redis;

    /// <summary>Why the tests on it are skipped; null: they run.</summary>
    public static string? Missing => PostgresPortal.Missing ?? (string.IsNullOrEmpty(RedisServer) ? "BEIRAT_TEST_REDIS names no redis-server to test with." : null);

    public Uri A { get; private set; } = default!;

    public Uri B { get; private set; } = default!;

    private static string? RedisServer => Environment.GetEnvironmentVariable("BEIRAT_TEST_REDIS");

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        StartRedis();
        A = await StartAsync(_one);
        B = await StartAsync(_other);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in _portals) await portal.DisposeAsync();
        await StopRedisAsync();
        _redis?.Dispose();
        _database?.Dispose();
        _one.Dispose();
        _other.Dispose();
    }

    public void StartRedis()
    {
        var start = new ProcessStartInfo(RedisServer!, ["--port", $"{_redisPort}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true };
        _redis = Process.Start(start)!;
        _redis.OutputDataReceived += (_, _) => { };
        _redis.BeginOutputReadLine();
    }

    public async Task StopRedisAsync()
    {
        if (_redis is not { HasExited: false }) return;
        _redis.Kill();
        await _redis.WaitForExitAsync();
    }

    /// <summary>How often a node has said this.</summary>
    public int Said(string words) => _portals.Sum(p => p.Output.Split(words).Length - 1);

    internal static Visitor Browser(Uri node, CookieContainer jar) =>
        new(new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = node });

    /// <summary>An open page at a node.</summary>
    internal static async Task<LiveReader> WatchAsync(Uri node, Guid discussion, CookieContainer? jar = null)
    {
        var reader = new LiveReader(new HubConnectionBuilder().WithUrl(new Uri(node, "/live"), HttpTransportType.WebSockets, o =>
        {
            if (jar is not null) o.Cookies = jar;
        }));
        await reader.Connection.StartAsync();
        await reader.WatchAsync(discussion);
        return reader;
    }

    private async Task<Uri> StartAsync(TempFolder folder)
    {
        var portal = PortalProcess.Start(
            folder.Path, "http://127.0.0.1:0", ("ASPNETCORE_ENVIRONMENT", "Development"), ("Beirat__Demo", "true"),
            ("ConnectionStrings__Network", _database!.ConnectionString), ("ConnectionStrings__Redis", $"127.0.0.1:{_redisPort}"),
            ("Logging__LogLevel__Default", "Warning"), ("Logging__LogLevel__Beirat.Network", "Information"));
        _portals.Add(portal);
        return await portal.ReadyAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
