using System.Text;
using Beirat.Network.Exchange;
using CsCheck;
using Xunit;

namespace Beirat.Network.Tests.Exchange;

public sealed class CsvTests
{
    private const string Letters = "abcxyz\",;\n'=+-@\\|> äع中";

    private static readonly Gen<string> Texts = Gen.Int[0, Letters.Length - 1].Array[0, 12].Select(at => string.Concat(at.Select(i => Letters[i])));

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public void What_is_written_is_read_again_whatever_it_holds(char separator) =>
        Texts.Array[1, 5].Where(cells => cells.Any(c => c.Trim().Length > 0)).Sample(cells =>
        {
            var records = Read($"{string.Join(separator, cells.Select((_, i) => $"c{i}"))}{(cells.Length == 1 ? separator : "")}\n{CsvCells.Line(cells, separator)}");

            var record = Assert.Single(records.Skip(1));
            Assert.Null(record.Fault);
            Assert.Equal(cells, record.Cells.Select(CsvCells.Unguard));
        });

    [Fact]
    public void A_list_within_a_cell_gives_back_its_items() =>
        Texts.Where(t => t.Trim() == t && t.Length > 0).Array[1, 4].Sample(items =>
            Assert.Equal(items, CsvCells.Split(string.Join(';', items.Select(i => CsvCells.Item(i, ";"))), ';').Select(CsvCells.Plain)));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 7131", "'+49 7131")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("a=b", "a=b")]
    public void A_cell_that_begins_like_a_formula_is_guarded_and_comes_back_as_it_was(string text, string guarded)
    {
        Assert.Equal(guarded, CsvCells.Guard(text));
        Assert.Equal(text, CsvCells.Unguard(guarded));
    }

    [Fact]
    public void Nothing_that_is_written_begins_like_a_formula() => Texts.Sample(text =>
        Assert.DoesNotMatch("^[=+\\-@\\t]", CsvCells.Guard(text)));

    [Theory]
    [InlineData("a;b\r\n1;2\r\n", 2)]
    [InlineData("a,b\n1,2", 2)]
    [InlineData("\uFEFFa,b\r1,2\r", 2)]
    [InlineData("\n\na,b\n\"1\n2\",\"x\"\"y\"\n", 2)]
    public void Line_ends_byte_order_mark_and_quotes_are_understood(string text, int records)
    {
        var read = Read(text).Where(r => r.Cells.Any(c => c.Length > 0)).ToList();
        Assert.Equal(records, read.Count);
        Assert.All(read, r => Assert.Equal((2, null), (r.Cells.Count, r.Fault)));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_costs_its_own_line_only()
    {
        var lines = Enumerable.Range(3, 20_000).Select(i => $"{i},Name {i}");
        var records = Read($"id,name\n1,eins\n2,\"nie zu\n{string.Join('\n', lines)}\n");

        var broken = Assert.Single(records, r => r.Fault is not null);
        Assert.Equal(3, broken.Line);
        Assert.Equal(20_003, records.Count);
        Assert.Equal((4, "3"), (records[3].Line, records[3].Cells[0]));
        Assert.Equal(20_003, records[^1].Line);
    }

    [Fact]
    public void Text_after_a_closing_quotation_mark_is_a_fault_of_that_line()
    {
        var records = Read("id,name\n1,\"a\"b\n2,c\n");
        Assert.Contains("cell 2", records[1].Fault);
        Assert.Equal("2", records[2].Cells[0]);
    }

    [Fact]
    public async Task A_line_without_an_end_does_not_fill_the_memory()
    {
        using var endless = new StreamReader(new Endless(60_000_000));
        // The reader never waits for a stream in memory: all of it happens on this thread.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reader = new CsvReader(endless);

        var header = await reader.HeaderAsync(TestContext.Current.CancellationToken);

        Assert.Contains("longer than", header!.Fault);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
    }

    private static List<CsvRecord> Read(string text)
    {
        using var bytes = new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var reader = new CsvReader(bytes);
        var records = new List<CsvRecord>();
        for (var record = reader.HeaderAsync(default).GetAwaiter().GetResult(); record is not null; record = reader.ReadAsync(default).GetAwaiter().GetResult())
            records.Add(record);
        return records;
    }

    private sealed class Endless(long length) : MemoryStream
    {
        private long _given;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - _given);
            buffer[..count].Fill((byte)'x');
            _given += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }
}
