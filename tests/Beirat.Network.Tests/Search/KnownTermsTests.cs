using Beirat.Network.Search;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>What is remembered of an index, and what is known of it without reading.</summary>
public sealed class KnownTermsTests
{
    private const int Words = 3_000;

    [Fact]
    public void A_term_that_is_there_is_never_denied_and_one_that_is_not_there_nearly_always()
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            foreach (var word in Enumerable.Range(0, Words)) writer.AddDocument([new StringField("word", $"ключ{word}", Field.Store.NO)]);
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(directory);
        var filter = TermFilter.Of(reader.Leaves.Single().AtomicReader, "word");

        Assert.All(Enumerable.Range(0, Words), w => Assert.True(filter.MayHold($"ключ{w}")));
        Assert.InRange(Enumerable.Range(Words, Words).Count(w => filter.MayHold($"ключ{w}")), 0, Words / 10);
        Assert.True(filter.MayHold(new string('a', 1_000)));
        Assert.False(TermFilter.Of(reader.Leaves.Single().AtomicReader, "other").MayHold("ключ1"));
    }

    [Fact]
    public void What_is_asked_for_again_stays_and_what_is_not_is_forgotten()
    {
        var remembered = new Remembered<int, string>(100, _ => 1);
        remembered.Keep(-1, "asked for");
        remembered.Keep(-2, "not asked for");

        foreach (var i in Enumerable.Range(0, 500))
        {
            remembered.Keep(i, "other");
            Assert.True(remembered.TryGet(-1, out var kept));
            Assert.Equal("asked for", kept);
        }

        Assert.False(remembered.TryGet(-2, out _));
        Assert.InRange(Enumerable.Range(0, 500).Count(i => remembered.TryGet(i, out _)), 1, 101);
    }
}
