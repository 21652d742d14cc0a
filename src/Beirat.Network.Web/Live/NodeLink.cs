using System.Text.Json;
using System.Threading.Channels;
using Beirat.Network.Outbox;
using StackExchange.Redis;

namespace Beirat.Network.Web.Live;

/// <summary>
/// The quick way between nodes. It carries no posts: each node reads those from the database and sends them to its own
/// pages, in the order of the database. Redis only says that there is something to read. Without it, and while it is away,
/// the nodes look once a second.
/// </summary>
internal sealed partial class NodeLink(PortalSettings settings, OutboxSignal signal, ILogger<NodeLink> log) : BackgroundService, INodes
{
    private const int Room = 256;
    private static readonly RedisChannel Changes = RedisChannel.Literal("beirat.network/changes");
    private static readonly RedisChannel Presence = RedisChannel.Literal("beirat.network/presence");

    private readonly Channel<bool> _saved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<NodePresence> _tell = Channel.CreateBounded<NodePresence>(new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.DropOldest });

    public event Action<NodePresence>? Told;

    public string Name { get; } = Guid.NewGuid().ToString("N");

    public void Tell(NodePresence presence) => _tell.Writer.TryWrite(presence);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var options = ConfigurationOptions.Parse(settings.Redis!);
        // It connects when it can, now or after a break, for as long as the portal runs.
        options.AbortOnConnectFail = false;
        options.ClientName = "beirat-network";
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            redis.ConnectionFailed += (_, _) => LogAway();
            redis.ConnectionRestored += (_, _) =>
            {
                LogBack();
                signal.Wake();
            };
            var bus = redis.GetSubscriber();
            await SubscribeAsync(bus);
            void Saved() => _saved.Writer.TryWrite(true);
            signal.Saved += Saved;
            await Task.WhenAll(SayAsync(bus, stoppingToken), TellAsync(bus, stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The portal ends.
        }
        catch (RedisException fault)
        {
            LogNone(fault);
        }
    }

    private async Task SubscribeAsync(ISubscriber bus)
    {
        await bus.SubscribeAsync(Changes, (_, from) =>
        {
            if (from != Name) signal.Wake();
        });
        await bus.SubscribeAsync(Presence, (_, text) =>
        {
            if (JsonSerializer.Deserialize<NodePresence>(text.ToString()) is { } presence && presence.Node != Name) Told?.Invoke(presence);
        });
    }

    private async Task SayAsync(ISubscriber bus, CancellationToken cancellation)
    {
        await foreach (var _ in _saved.Reader.ReadAllAsync(cancellation)) await bus.PublishAsync(Changes, Name, CommandFlags.FireAndForget);
    }

    private async Task TellAsync(ISubscriber bus, CancellationToken cancellation)
    {
        await foreach (var presence in _tell.Reader.ReadAllAsync(cancellation))
            await bus.PublishAsync(Presence, JsonSerializer.Serialize(presence), CommandFlags.FireAndForget);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis cannot be reached; until it is back, this node looks once a second for what others changed.")]
    private partial void LogAway();

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis is back.")]
    private partial void LogBack();

    [LoggerMessage(Level = LogLevel.Error, Message = "Redis cannot be used; this node looks once a second for what others changed.")]
    private partial void LogNone(Exception fault);
}
