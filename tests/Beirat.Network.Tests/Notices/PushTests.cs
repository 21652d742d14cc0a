using System.Buffers.Text;
using System.Security.Cryptography;
using Beirat.Network.Common;
using Beirat.Network.Notices;
using Beirat.Network.Testing;
using Beirat.Network.Tests.AdviceRequests;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Notices;

/// <summary>Messages to devices: one for what is new, to whom it belongs, at its time, and never without end. On every store.</summary>
public abstract class PushTests(Store store) : IAsyncLifetime
{
    private NetworkHost? _network;

    private NetworkHost Network => _network ??= Node();

    private TestPush Service => (TestPush)Network.Get<IPushTransport>();

    public async ValueTask InitializeAsync() => await store.Demo().ForgetAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_call_reaches_each_device_of_the_person_once_however_many_nodes_look()
    {
        await AddAsync(Cast.Member, "eins");
        await AddAsync(Cast.Member, "zwei");
        await AddAsync(Cast.Deputy, "drei");
        var other = Node();
        await Network.SayAsync(Cast.Staff, await Network.ThreadAsync(Cast.Staff), "Das weiß @Aylin Demirtaş.");
        await Network.LookAsync();
        other.Time.Advance(TimeSpan.FromMinutes(2));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? Network : other).Get<PushCalendar>().RunAsync())));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? Network : other).Get<PushDelivery>().RunAsync())));
        await TurnAsync(TimeSpan.FromMinutes(5));

        var sent = Service.Taken.Concat(((TestPush)other.Get<IPushTransport>()).Taken).Select(l => l.Address.Endpoint[^4..]).Order();
        Assert.Equal(["eins", "zwei"], sent);
    }

    [Fact]
    public async Task Posts_without_a_call_are_told_only_to_whoever_wants_that_and_several_are_one_message()
    {
        await AddAsync(Cast.Member, "eins");
        var thread = await Network.ThreadAsync(Cast.Member);
        await Network.SayAsync(Cast.Deputy, thread, "Eins");
        await TurnAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(Service.Taken);

        await Network.WishAsync(Cast.Member, NoticePace.Never, NoticePace.Never, push: true);
        for (var i = 0; i < 3; i++) await Network.SayAsync(Cast.Deputy, thread, $"Noch {i}");
        await TurnAsync(TimeSpan.FromMinutes(2));
        await TurnAsync(TimeSpan.FromMinutes(2));

        Assert.Single(Service.Taken);
    }

    [Fact]
    public async Task In_quiet_hours_nothing_is_sent_nor_kept_into_them_by_the_push_service()
    {
        await AddAsync(Cast.Member, "eins");
        Network.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero));
        var thread = await Network.ThreadAsync(Cast.Staff);
        await Network.SayAsync(Cast.Staff, thread, "Spät, @Aylin Demirtaş");
        for (var i = 0; i < 10; i++) await TurnAsync(TimeSpan.FromHours(1));
        Assert.Empty(Service.Taken);
        await TurnAsync(TimeSpan.FromHours(2));
        Assert.Equal(TimeSpan.FromHours(4), Assert.Single(Service.Taken).Lifetime);

        // Marked before the quiet hours, not reached, tried again within them.
        await Network.SayAsync(Cast.Staff, thread, "Noch einmal, @Aylin Demirtaş");
        Network.Time.SetUtcNow(new DateTimeOffset(2026, 11, 23, 18, 59, 30, TimeSpan.Zero));
        Service.Faults.Enqueue(new PushFaultException("http 503", gone: false));
        await TurnAsync(TimeSpan.Zero);
        for (var i = 0; i < 11; i++) await TurnAsync(TimeSpan.FromHours(1));
        Assert.Single(Service.Taken);
        await TurnAsync(TimeSpan.FromHours(2));
        Assert.Equal(2, Service.Taken.Count);
    }

    [Fact]
    public async Task A_device_that_is_gone_is_forgotten_and_one_that_is_not_reached_is_tried_some_times_only()
    {
        var (gone, mute) = (await AddAsync(Cast.Member, "eins"), await AddAsync(Cast.Deputy, "zwei"));
        Service.Answer = l => l.Address.Endpoint.EndsWith("eins", StringComparison.Ordinal) ? new PushFaultException("http 410", gone: true) : new PushFaultException("no connection", gone: false);
        await Network.SayAsync(Cast.Staff, await Network.ThreadAsync(Cast.Staff), "Wer weiß es, @Aylin Demirtaş, @Murat Kocabaş?");

        for (var i = 0; i < 200; i++) await TurnAsync(TimeSpan.FromMinutes(11));

        await using var db = Network.Db();
        Assert.False(await db.PushDevices.AnyAsync(d => d.Id == gone));
        Assert.Null((await db.PushDevices.SingleAsync(d => d.Id == mute)).DueAt);
        Assert.Equal(1 + PushDevice.MostAttempts, Service.Tries);
    }

    [Theory]
    [InlineData("http://fcm.googleapis.com/x")]
    [InlineData("https://fcm.googleapis.com:8443/x")]
    [InlineData("https://user@fcm.googleapis.com/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://fcm.googleapis.com.evil.example/x")]
    [InlineData("https://evilpush.apple.com/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Only_known_push_services_are_taken(string endpoint) => Assert.Equal(
        Refusal.NotAnAddress, Assert.IsType<Outcome<Guid>.Invalid>(await TryAsync(Cast.Member, Address(endpoint))).Fields["device"]);

    [Fact]
    public async Task Broken_keys_are_refused_and_nobody_has_devices_without_end()
    {
        foreach (var broken in new[] { "", "AAAA", Base64Url.EncodeToString([4, .. new byte[64]]), "!" })
            Assert.IsType<Outcome<Guid>.Invalid>(await TryAsync(Cast.Member, Address("https://fcm.googleapis.com/a") with { Key = broken }));
        Assert.IsType<Outcome<Guid>.Invalid>(await TryAsync(Cast.Member, Address("https://fcm.googleapis.com/a") with { Secret = "AAAA" }));
        for (var i = 0; i < PushDevices.Most; i++) await AddAsync(Cast.Member, $"nr-{i}");

        Assert.Equal(Refusal.TooMany, Assert.IsType<Outcome<Guid>.Invalid>(await TryAsync(Cast.Member, Address("https://fcm.googleapis.com/zu-viel"))).Fields["device"]);
        await AddAsync(Cast.Member, "nr-3");
        await using var db = Network.Db();
        Assert.Equal(PushDevices.Most, await db.PushDevices.CountAsync());
    }

    [Fact]
    public async Task A_device_is_its_owners_and_goes_over_to_whoever_uses_it_next()
    {
        var device = await AddAsync(Cast.Member, "eins");
        var (member, deputy) = (await Network.AccountAsync(Cast.Member), await Network.AccountAsync(Cast.Deputy));
        await Network.AskAsync((PushDevices d) => d.RemoveAsync(deputy, device));
        Assert.Single(await Network.AskAsync((PushDevices d) => d.OwnAsync(member)));

        await AddAsync(Cast.Deputy, "eins");
        Assert.Empty(await Network.AskAsync((PushDevices d) => d.OwnAsync(member)));
        var own = Assert.Single(await Network.AskAsync((PushDevices d) => d.OwnAsync(deputy)));
        await Network.AskAsync((PushDevices d) => d.RemoveAsync(deputy, own.Id));
        Assert.Empty(await Network.AskAsync((PushDevices d) => d.OwnAsync(deputy)));
    }

    [Fact]
    public async Task All_nodes_have_one_key_and_one_that_nobody_can_read_takes_its_devices_along()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Network.Get<PushKeyStore>().KeepAsync($"key {i}"))));
        Assert.Single(kept.Distinct());
        await AddAsync(Cast.Member, "eins");

        await Network.Get<PushKeyStore>().DropAsync("another");
        Assert.Equal(kept[0], await Network.Get<PushKeyStore>().FindAsync());
        await Network.Get<PushKeyStore>().DropAsync(kept[0]);
        Assert.Null(await Network.Get<PushKeyStore>().FindAsync());
        await using var db = Network.Db();
        Assert.False(await db.PushDevices.AnyAsync());
    }

    private NetworkHost Node() => store.Node(services => services.AddPushDelivery<TestPush>(PushHosts.Usual));

    private async Task TurnAsync(TimeSpan later)
    {
        await Network.LookAsync(later);
        await Network.Get<PushCalendar>().RunAsync();
        await Network.Get<PushDelivery>().RunAsync();
    }

    private async Task<Outcome<Guid>> TryAsync(string who, PushAddress address)
    {
        var viewer = await Network.AccountAsync(who);
        return await Network.AskAsync((PushDevices d) => d.AddAsync(viewer, new AddPushDevice(address, "Firefox, Linux")));
    }

    private async Task<Guid> AddAsync(string who, string name) =>
        Assert.IsType<Outcome<Guid>.Done>(await TryAsync(who, Address($"https://fcm.googleapis.com/{name}"))).Value;

    private static PushAddress Address(string endpoint)
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(false).Q;
        return new PushAddress(endpoint, Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]), Base64Url.EncodeToString(new byte[16]), "de");
    }

    /// <summary>A push service of the test's own mind.</summary>
    private sealed class TestPush : IPushTransport
    {
        private readonly Lock _gate = new();

        public List<PushLetter> Taken { get; } = [];

        public Queue<PushFaultException> Faults { get; } = [];

        public Func<PushLetter, PushFaultException?> Answer { get; set; } = _ => null;

        public int Tries { get; private set; }

        public Task SendAsync(PushLetter letter, CancellationToken cancellation)
        {
            lock (_gate)
            {
                Tries++;
                if (Faults.TryDequeue(out var fault) || (fault = Answer(letter)) is not null) throw fault;
                Taken.Add(letter);
            }

            return Task.CompletedTask;
        }
    }
}

public sealed class PushOnSqlite(SqliteNetwork store) : PushTests(store), IClassFixture<SqliteNetwork>;

public sealed class PushOnPostgres(PostgresNetwork store) : PushTests(store), IClassFixture<PostgresNetwork>;
