using System.Text;

namespace Beirat.Network.Exchange;

/// <summary>A record of a CSV file and the line that it begins on. With a fault it has no cells that could be relied on.</summary>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, string? Fault = null);

/// <summary>
/// Reads CSV (RFC 4180, section 2) record by record: comma or semicolon, quotes, line breaks within quotes, LF or CRLF.
/// A record that is broken costs its first line only: reading goes on with the next line, so that a quotation mark that
/// is never closed does not swallow the rest of the file.
/// </summary>
internal sealed class CsvReader(TextReader text)
{
    /// <summary>In characters, line breaks included.</summary>
    public const int MaxRecordLength = 100_000;

    private const char Quote = '"';

    private readonly Stack<string> _again = [];
    private readonly char[] _buffer = new char[16 * 1024];
    private int _at;
    private int _filled;
    private bool _afterReturn;
    private int _line;

    /// <summary>What separates cells; found in the header.</summary>
    public char Separator { get; private set; } = ',';

    /// <summary>The first line that is not empty, after which <see cref="Separator"/> is known; null when there is none.</summary>
    public async Task<CsvRecord?> HeaderAsync(CancellationToken cancellation)
    {
        while (await LineAsync(cancellation) is { } line)
        {
            if (line.Trim().Length == 0)
            {
                _line++;
                continue;
            }

            Separator = SeparatorOf(line);
            _again.Push(line);
            return await ReadAsync(cancellation);
        }

        return null;
    }

    /// <summary>The next record; null at the end.</summary>
    public async Task<CsvRecord?> ReadAsync(CancellationToken cancellation)
    {
        if (await LineAsync(cancellation) is not { } line) return null;
        var begin = ++_line;
        var lines = new List<string> { line };
        var record = new Record(Separator);
        for (var length = line.Length; ; length += line.Length + 1)
        {
            if (length > MaxRecordLength) return Broken(begin, lines, $"longer than {MaxRecordLength} characters; is a quotation mark never closed?");
            if (record.Take(line) is { } fault) return Broken(begin, lines, fault);
            if (record.IsWhole) return new CsvRecord(begin, record.Cells);
            if (await LineAsync(cancellation) is not { } next) return Broken(begin, lines, "a quotation mark is opened and never closed");
            lines.Add(line = next);
            _line++;
        }
    }

    private CsvRecord Broken(int begin, List<string> lines, string fault)
    {
        for (var i = lines.Count - 1; i > 0; i--) _again.Push(lines[i]);
        _line = begin;
        return new CsvRecord(begin, [], fault);
    }

    private static char SeparatorOf(string header)
    {
        var bare = string.Concat(header.Split(Quote).Where((_, i) => i % 2 == 0));
        return bare.Count(c => c == ';') > bare.Count(c => c == ',') ? ';' : ',';
    }

    // A line that is longer than any record may be is cut there: it is refused, and must not fill the memory.
    private async ValueTask<string?> LineAsync(CancellationToken cancellation)
    {
        if (_again.TryPop(out var again)) return again;
        var line = new StringBuilder();
        var begun = false;
        while (true)
        {
            if (_at == _filled)
            {
                (_at, _filled) = (0, await text.ReadAsync(_buffer, cancellation));
                if (_filled == 0) return begun ? line.ToString() : null;
            }

            var c = _buffer[_at++];
            var second = _afterReturn && c == '\n';
            _afterReturn = c == '\r';
            if (second) continue;
            if (c is '\n' or '\r') return line.ToString();
            begun = true;
            if (line.Length <= MaxRecordLength) line.Append(c);
        }
    }

    /// <summary>The cells of a record, taken in line by line.</summary>
    private sealed class Record(char separator)
    {
        private readonly StringBuilder _cell = new();
        private Place _place;

        private enum Place
        {
            Start,
            Bare,
            Quoted,
            AfterQuote,
        }

        public List<string> Cells { get; } = [];

        public bool IsWhole { get; private set; }

        /// <summary>Null, or what is wrong.</summary>
        public string? Take(string line)
        {
            foreach (var c in line)
            {
                if (_place == Place.AfterQuote && c != Quote && c != separator) return $"cell {Cells.Count + 1}: text after its closing quotation mark";
                Take(c);
            }

            if (_place == Place.Quoted) _cell.Append('\n');
            else End();
            IsWhole = _place != Place.Quoted;
            return null;
        }

        private void Take(char c)
        {
            if (_place == Place.Quoted)
            {
                if (c == Quote) _place = Place.AfterQuote;
                else _cell.Append(c);
            }
            else if (c == separator)
            {
                End();
            }
            else if (c == Quote && _place != Place.Bare)
            {
                // At the start it opens the cell; after a quotation mark it is one that was doubled.
                if (_place == Place.AfterQuote) _cell.Append(c);
                _place = Place.Quoted;
            }
            else
            {
                _cell.Append(c);
                _place = Place.Bare;
            }
        }

        private void End()
        {
            Cells.Add(_cell.ToString());
            _cell.Clear();
            _place = Place.Start;
        }
    }
}
