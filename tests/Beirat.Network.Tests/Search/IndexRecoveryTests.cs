using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>The index is disposable: whatever became of it, the next start finds the same as before.</summary>
public sealed class IndexRecoveryTests : IAsyncLifetime
{
    private readonly SeededCouncil _council = new();

    public ValueTask InitializeAsync() => _council.InitializeAsync();

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task A_whole_index_is_used_as_it_is()
    {
        var before = Folders();

        await RestartAsync();

        Assert.Equal(before, Folders());
        await FindsTheCouncilAsync();
    }

    [Fact]
    public async Task A_deleted_index_is_built_again()
    {
        await TamperAsync(() => Directory.Delete(_council.Index, recursive: true));

        await FindsTheCouncilAsync();
    }

    [Fact]
    public async Task An_index_that_was_never_committed_is_built_again()
    {
        await TamperAsync(() => Array.ForEach(Files("segments*"), File.Delete));

        await FindsTheCouncilAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    public async Task A_truncated_list_of_segments_is_built_again(int length)
    {
        await TamperAsync(() => Array.ForEach(Files("segments_*"), f => Truncate(f, length)));

        await FindsTheCouncilAsync();
    }

    [Fact]
    public async Task A_list_of_segments_full_of_garbage_is_built_again()
    {
        await TamperAsync(() => Array.ForEach(Files("segments_*"), f => File.WriteAllBytes(f, [.. Enumerable.Range(0, 500).Select(i => (byte)(i * 37))])));

        await FindsTheCouncilAsync();
    }

    [Fact]
    public async Task The_index_of_a_database_that_was_put_back_is_built_again()
    {
        await _council.CloseAsync();
        File.Copy(_council.Database, _council.Database + ".saved");
        var network = await _council.ReopenAsync();
        await network.StartAsync();
        var lost = new Article(Guid.CreateVersion7(), "verloren", new ArticleText("Verloren", "Das steht nur in der Zukunft: Zukunftskuchen.", "de", Audience.Public), network.Time.GetUtcNow());
        await network.ChangeAsync(db => db.Articles.AddAsync(lost).AsTask());
        await network.IndexedAsync();

        await TamperAsync(() =>
        {
            File.Delete(_council.Database + "-wal");
            File.Delete(_council.Database + "-shm");
            File.Move(_council.Database + ".saved", _council.Database, overwrite: true);
        });

        await Eventually.TrueAsync(() => Task.FromResult(Documents(new Subject(SubjectKind.Article, lost.Id)) == 0));
        await FindsTheCouncilAsync();
    }

    [Fact]
    public async Task The_operator_builds_it_again_while_the_clock_stands_still()
    {
        Assert.True(await _council.Network.Get<Reindex>().RunAsync(null));
        Assert.True(await (await _council.ReopenAsync()).Get<Reindex>().RunAsync(null));

        Assert.Single(Folders());
        await FindsTheCouncilAsync();
    }

    [Fact]
    public async Task The_operator_asks_a_running_portal_to_build_it_again()
    {
        await _council.Network.StartAsync();
        var before = Folders();
        await using var command = _council.Open();

        Assert.False(await command.Get<Reindex>().RunAsync(null));

        await Eventually.TrueAsync(() => Task.FromResult(Folders() is [var only] && only != before[0]));
        await _council.Network.IndexedAsync();
        await FindsTheCouncilAsync();
    }

    private async Task TamperAsync(Action tamper)
    {
        await _council.CloseAsync();
        tamper();
        await RestartAsync();
    }

    private async Task RestartAsync() => await (await _council.ReopenAsync()).StartAsync();

    private async Task FindsTheCouncilAsync()
    {
        var result = await _council.Network.AskAsync((SearchQuery q) => q.RunAsync(Viewer.Public, new SearchRequest("Turmstraße")));

        Assert.True(result.Ready);
        Assert.Contains(result.Hits, h => h.Kind == SubjectKind.Article);
        Assert.Contains(result.Hits, h => h.Kind == SubjectKind.Discussion);
        Assert.True(result.Total > 8);
    }

    private int Documents(Subject subject) => _council.Network.Get<SearchIndex>().Search((s, _) => new
    {
        Found = s.Search(new Lucene.Net.Search.TermQuery(new Lucene.Net.Index.Term(SearchField.Subject, subject.ToString())), 1).TotalHits,
    })!.Found;

    private string[] Folders() => [.. Directory.GetDirectories(_council.Index).Select(f => Path.GetFileName(f)!)];

    private string[] Files(string pattern) => Directory.GetFiles(_council.Index, pattern, SearchOption.AllDirectories);

    private static void Truncate(string file, int length)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength(length);
    }
}
