using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Knowledge;
using Beirat.Network.Outbox;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>One subject that cannot be indexed is set aside and shown; the others go on.</summary>
public sealed class ParkingTests : IAsyncLifetime
{
    private readonly SeededCouncil _council = new();
    private readonly Poison _poison = new();

    public async ValueTask InitializeAsync()
    {
        await _council.InitializeAsync();
        await _council.ReopenAsync(services =>
        {
            services.Remove(services.Single(s => s.ImplementationType == typeof(ArticleDocuments)));
            services.AddSingleton<ISubjectDocuments>(_poison);
        });
    }

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task A_subject_that_throws_is_parked_and_what_came_with_it_and_after_it_is_found()
    {
        await _council.Network.StartAsync();

        await SaveAsync("Pflaumenmus", "Quarkbrot");
        await SaveAsync("Rosinenbrot");

        Assert.Equal(1, (await _council.Network.Get<SearchHealth>().RunAsync()).Parked);
        Assert.Equal((0, 1, 1), (await CountAsync("Pflaumenmus"), await CountAsync("Quarkbrot"), await CountAsync("Rosinenbrot")));
    }

    [Fact]
    public async Task A_parked_subject_is_remembered_over_a_restart_and_released_when_it_can_be_indexed()
    {
        await _council.Network.StartAsync();
        await SaveAsync("Pflaumenmus");

        var network = await _council.ReopenAsync();
        await network.StartAsync();
        Assert.Equal(1, (await network.Get<SearchHealth>().RunAsync()).Parked);

        await network.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Text.Contains("Pflaumenmus"))).Document(null, "neu", null));
        await network.IndexedAsync();

        Assert.Equal(0, (await network.Get<SearchHealth>().RunAsync()).Parked);
        Assert.Equal(1, await CountAsync("Pflaumenmus"));
    }

    [Fact]
    public async Task A_subject_that_throws_does_not_keep_the_index_from_being_built_again()
    {
        await SaveUnindexedAsync("Pflaumenmus");

        await _council.Network.Get<Reindex>().RunAsync(null);

        Assert.Equal(1, (await _council.Network.Get<SearchHealth>().RunAsync()).Parked);
        Assert.NotEqual(0, await CountAsync("Turmstraße"));
        Assert.Equal(0, await CountAsync("Pflaumenmus"));
    }

    private async Task SaveAsync(params string[] words)
    {
        await SaveUnindexedAsync(words);
        await _council.Network.IndexedAsync();
    }

    private Task SaveUnindexedAsync(params string[] words) => _council.Network.ChangeAsync(db => db.Articles.AddRangeAsync(words.Select(word =>
        new Article(Guid.CreateVersion7(), Slug.From(word), new ArticleText("Ein Rezept", $"Darin steht {word}.", "de", Audience.Public), _council.Network.Time.GetUtcNow()))));

    private async Task<int> CountAsync(string word) =>
        (await _council.Network.AskAsync((SearchQuery q) => q.RunAsync(Viewer.Public, new SearchRequest(word)))).Total;

    private sealed class Poison : ISubjectDocuments
    {
        private readonly ArticleDocuments _articles = new();

        public SubjectKind Kind => SubjectKind.Article;

        public Task<List<Guid>> IdsAsync(NetworkDb db, Guid? after, int count, CancellationToken cancellation) =>
            ((ISubjectDocuments)_articles).IdsAsync(db, after, count, cancellation);

        public async Task<IReadOnlyList<IndexedDocument>> OfAsync(
            NetworkDb db, IReadOnlyCollection<Guid> ids, TopicScheme topics, CancellationToken cancellation)
        {
            var documents = await _articles.OfAsync(db, ids, topics, cancellation);
            return documents.Any(d => d.Body.Contains("Pflaumenmus", StringComparison.Ordinal))
                ? throw new FormatException("This text cannot be read.")
                : documents;
        }
    }
}
