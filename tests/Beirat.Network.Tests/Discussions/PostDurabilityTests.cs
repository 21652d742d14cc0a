using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data.Sqlite;
using Beirat.Network.Discussions;
using Beirat.Network.Testing;
using Beirat.Network.Tests.Setting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

/// <summary>A post that was acknowledged is there, whatever happens to the machine a moment later.</summary>
public sealed class PostDurabilityTests : IAsyncLifetime
{
    private static readonly Viewer Writer = new(Guid.CreateVersion7(), null, [AccountRole.ExpertMember]);

    private readonly TempFolder _folder = new();
    private readonly UncertainDisk _disk = UncertainDisk.Get();
    private readonly Discussion _thread = new(Guid.CreateVersion7(), "Probe", "Wozu", "de", Audience.Members, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
    private NetworkHost _network = null!;

    private string File => _folder.File("network.db");

    public async ValueTask InitializeAsync()
    {
        _network = Open(UncertainDisk.Address(File));
        await _network.MigrateAsync();
        await _network.ChangeAsync(db => db.Discussions.AddAsync(_thread).AsTask());
    }

    public async ValueTask DisposeAsync()
    {
        await _network.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task After_a_power_cut_every_acknowledged_post_is_there_once_and_in_order()
    {
        var acknowledged = new List<(Guid Key, PostReceipt Receipt)>();
        var cuts = new List<string>();
        var known = new List<int>();
        var writers = Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
            {
                var key = Guid.NewGuid();
                var receipt = await PostAsync(key);
                lock (acknowledged) acknowledged.Add((key, receipt));
            }
        })).ToList();
        var all = Task.WhenAll(writers);
        while (!all.IsCompleted || cuts.Count == 0)
        {
            // First what was promised, then the cut: whatever was promised before it must be found.
            lock (acknowledged) known.Add(acknowledged.Count);
            cuts.Add(_folder.File($"cut-{cuts.Count}.db"));
            _disk.AfterPowerCut(File, cuts[^1]);
            await Task.WhenAny(all, Task.Delay(20));
        }

        await all;
        Assert.True(known[^1] > known[0]);
        for (var i = 0; i < cuts.Count; i++) await FoundAsync(cuts[i], acknowledged[..known[i]]);
    }

    [Fact]
    public async Task A_disk_that_only_promises_to_keep_loses_posts_and_this_test_sees_it()
    {
        await using var db = _network.Db();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF");
        db.Posts.Add(_thread.Reply(Guid.CreateVersion7(), new Author(null, null), Capacity.Private, new PostText("ungesichert", "de", Guid.NewGuid()), _thread.StartedAt));
        await db.SaveChangesAsync();

        var cut = _folder.File("lost.db");
        _disk.AfterPowerCut(File, cut);

        await using var after = Open(cut);
        await using var found = after.Db();
        Assert.False(await found.Posts.AnyAsync());
    }

    [Fact]
    public async Task A_full_disk_refuses_clearly_saves_nothing_by_half_and_goes_on_when_there_is_room()
    {
        var before = await PostAsync(Guid.NewGuid());
        _disk.Filled[File + "-wal"] = true;

        var key = Guid.NewGuid();
        var refused = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => TryAsync(i == 0 ? key : Guid.NewGuid())));
        Assert.All(refused, r => Assert.Equal(Refusal.NoRoom, Assert.IsType<Outcome<PostReceipt>.Refused>(r).Reason));
        Assert.Equal([before.Sequence], await SequencesAsync(_network));

        _disk.Filled.Clear();
        var after = await PostAsync(key);
        Assert.Equal((before.Sequence + 1, false), (after.Sequence, after.Repeated));
        Assert.Equal([1L, 2L], await SequencesAsync(_network));
    }

    private async Task FoundAsync(string file, IReadOnlyList<(Guid Key, PostReceipt Receipt)> promised)
    {
        await using var network = Open(file);
        await using var db = network.Db();
        var posts = await db.Posts.OrderBy(p => p.Sequence).Select(p => new { p.Id, p.Key, p.Sequence }).ToListAsync();
        Assert.Equal(Enumerable.Range(1, posts.Count).Select(n => (long)n), posts.Select(p => p.Sequence));
        Assert.Equal(posts.Count, posts.Select(p => p.Key).Distinct().Count());
        Assert.Empty(promised.Select(p => (p.Key, p.Receipt.Id, p.Receipt.Sequence)).Except(posts.Select(p => (p.Key, p.Id, p.Sequence))));
        Assert.Equal(posts.Count, await db.Discussions.Where(d => d.Id == _thread.Id).Select(d => d.LastSequence).SingleAsync());
        Assert.Equal(posts.Count, await db.Outbox.CountAsync(e => e.Kind == Outbox.SubjectKind.Post));
    }

    private async Task<PostReceipt> PostAsync(Guid key) => Assert.IsType<Outcome<PostReceipt>.Done>(await TryAsync(key)).Value;

    private Task<Outcome<PostReceipt>> TryAsync(Guid key) => _network.AskAsync<PostReplyHandler, Outcome<PostReceipt>>(
        h => h.RunAsync(Writer, new PostReply(_thread.Id, new PostText($"Beitrag {key}", "de", key))));

    private static async Task<List<long>> SequencesAsync(NetworkHost network)
    {
        await using var db = network.Db();
        return await db.Posts.OrderBy(p => p.Sequence).Select(p => p.Sequence).ToListAsync();
    }

    private NetworkHost Open(string file) => new(_folder.File("index"), s => s.AddSqliteStore(file));
}
