using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Operations;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Operations;

/// <summary>The check is quiet on a sound portal and names each fault that was planted.</summary>
public sealed class NetworkCheckTests : IAsyncLifetime
{
    private readonly SeededCouncil _council = new();

    public ValueTask InitializeAsync() => _council.InitializeAsync();

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task The_demo_council_is_sound() => Assert.Empty(await CheckAsync());

    [Fact]
    public async Task A_gap_in_a_thread_is_found()
    {
        var thread = SeedIds.Of("discussion", "turmstrasse-was-wurde-daraus");
        await using (var db = _council.Network.Db())
            await db.Posts.Where(p => p.DiscussionId == thread && p.Sequence == 3).ExecuteDeleteAsync();

        Assert.Contains($"discussion {thread}", Assert.Single(await CheckAsync()));
    }

    [Fact]
    public async Task A_thread_that_forgot_its_last_number_is_found()
    {
        var thread = SeedIds.Of("discussion", "dolmetschen-beim-arzt");
        await using (var db = _council.Network.Db())
            await db.Discussions.Where(d => d.Id == thread).ExecuteUpdateAsync(s => s.SetProperty(d => d.LastSequence, 4));

        Assert.Contains("expected 4", Assert.Single(await CheckAsync()));
    }

    [Fact]
    public async Task A_link_to_an_article_that_does_not_exist_is_found()
    {
        await _council.Network.ChangeAsync(db => db.Articles.AddAsync(new Article(Guid.CreateVersion7(), "verweis", new ArticleText(
            "Verweis", "[gut](/wissen/ankommen-in-heilbronn) und [schlecht](/wissen/gibt-es-nicht)", "de", Audience.Public), _council.Network.Time.GetUtcNow())).AsTask());

        Assert.Contains("/wissen/gibt-es-nicht", Assert.Single(await CheckAsync()));
    }

    [Fact]
    public async Task A_row_that_points_to_nothing_is_found()
    {
        await using (var db = _council.Network.Db())
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
            await db.People.Where(p => p.Slug == "aylin-demirtas").ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=ON");
        }

        Assert.Contains(await CheckAsync(), f => f.Contains("SeatAssignments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_index_is_found()
    {
        await _council.CloseAsync();
        Directory.Delete(_council.Index, recursive: true);
        await _council.ReopenAsync();

        Assert.Contains("search index: missing", Assert.Single(await CheckAsync()));
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("*.si")]
    [InlineData("*.c??")]
    public async Task A_damaged_index_is_found(string pattern)
    {
        await _council.CloseAsync();
        var file = Directory.GetFiles(_council.Index, pattern, SearchOption.AllDirectories).Order().First();
        await File.WriteAllBytesAsync(file, [.. (await File.ReadAllBytesAsync(file)).Select((b, i) => i % 5 == 4 ? (byte)~b : b)]);
        await _council.ReopenAsync();

        Assert.StartsWith("search index: ", Assert.Single(await CheckAsync()));
    }

    [Fact]
    public async Task A_database_that_was_never_migrated_is_said_to_be_so()
    {
        await _council.CloseAsync();
        File.Delete(_council.Database);
        await _council.ReopenAsync();

        Assert.Contains("run migrate", Assert.Single(await CheckAsync()));
    }

    [Fact]
    public async Task It_can_look_while_the_portal_runs()
    {
        await _council.Network.StartAsync();
        await using var command = _council.Open();

        Assert.Empty(await command.Get<NetworkCheck>().RunAsync());
    }

    private Task<IReadOnlyList<string>> CheckAsync() => _council.Network.Get<NetworkCheck>().RunAsync();
}
