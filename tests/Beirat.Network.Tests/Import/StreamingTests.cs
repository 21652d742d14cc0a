using System.Text;
using Beirat.Network.Import;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Import;

public sealed class StreamingTests(SqliteNetwork store) : IClassFixture<SqliteNetwork>
{
    private const int Lines = 5_000;

    [Fact]
    public async Task Five_thousand_articles_stream_through_while_only_a_batch_is_read_ahead()
    {
        var network = store.Demo();
        var file = new GeneratedFile(Lines);
        var progress = new Steps(file);

        var report = await network.Get<ArticleImport>().RunAsync(file, progress);

        Assert.Equal((Lines, Lines, 0), (report.Lines, report.Added, report.Failed));
        Assert.Equal(Lines / 200, progress.ReadAhead.Count - 1);
        Assert.All(progress.ReadAhead, ahead => Assert.InRange(ahead, 0, 50));
        await using var db = network.Db();
        Assert.Equal(Lines, await db.Articles.CountAsync(a => a.ExternalId!.StartsWith("gen-")));
        Assert.Equal(Lines, await db.Articles.Where(a => a.ExternalId!.StartsWith("gen-")).Select(a => a.Slug).Distinct().CountAsync());
    }

    /// <summary>How many lines were taken from the file that are not yet saved, at each report.</summary>
    private sealed class Steps(GeneratedFile file) : IProgress<int>
    {
        public List<int> ReadAhead { get; } = [];

        public void Report(int value) => ReadAhead.Add(file.Given - value);
    }

    /// <summary>A file that is made while it is read; reading it whole would show.</summary>
    private sealed class GeneratedFile(int lines) : Stream
    {
        private byte[] _rest = [];

        public int Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_rest.Length == 0 && Given < lines)
            {
                Given++;
                _rest = Encoding.UTF8.GetBytes($$"""{"id":"gen-{{Given}}","title":"Artikel {{Given % 40}}","text":"{{string.Join(' ', Enumerable.Repeat("Wort", 15))}}","language":"de","topics":["schule"]}""" + "\n");
            }

            var taken = Math.Min(count, _rest.Length);
            _rest.AsSpan(0, taken).CopyTo(buffer.AsSpan(offset));
            _rest = _rest[taken..];
            return taken;
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
