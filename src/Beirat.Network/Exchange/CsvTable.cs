using System.Runtime.CompilerServices;
using System.Text;
using Beirat.Network.Common;

namespace Beirat.Network.Exchange;

/// <summary>A row by the names of its columns. Empty cells are not in it; <see cref="CsvCells.Nothing"/> stands for "empty it".</summary>
internal sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Cells, string? Fault = null)
{
    /// <summary>What the cell says, which may be <see cref="CsvCells.Nothing"/>; null when it is empty.</summary>
    public string? this[string column] => Cells.GetValueOrDefault(column);

    /// <summary>The text of the cell; null when it is empty or says "empty it".</summary>
    public string? Given(string column) => this[column] is { } cell and not CsvCells.Nothing ? cell : null;
}

/// <summary>A CSV file with a header.</summary>
internal sealed class CsvTable
{
    private readonly CsvReader _reader;
    private readonly string?[] _columns;

    private CsvTable(CsvReader reader, string?[] columns, IReadOnlyList<string> unknown) => (_reader, _columns, Unknown) = (reader, columns, unknown);

    /// <summary>Columns that nobody knows; they are passed over.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <exception cref="InvalidDataException">There is no header, it names a column twice or lacks one that must be there.</exception>
    public static async Task<CsvTable> OpenAsync(
        Stream file, IReadOnlyCollection<string> known, IReadOnlyCollection<string> required, CancellationToken cancellation)
    {
        // Bytes that are not UTF-8 become a mark that is noticed row by row.
        var reader = new CsvReader(new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: true));
        var header = await reader.HeaderAsync(cancellation) ?? throw new InvalidDataException("The file is empty; its first line must name the columns.");
        if (header.Fault is { } fault) throw new InvalidDataException($"The header cannot be read: {fault}.");
        var names = header.Cells.Select(c => TextRules.Clean(c).ToLowerInvariant()).ToList();
        if (names.Where(n => n.Length > 0).GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidDataException($"The header names the column \"{twice.Key}\" twice.");
        if (required.Except(names).ToList() is { Count: > 0 } missing)
            throw new InvalidDataException($"The header lacks {string.Join(", ", missing.Select(m => $"\"{m}\""))}. Columns: {string.Join(", ", known)}.");
        return new CsvTable(reader, [.. names.Select(n => known.Contains(n) ? n : null)], [.. names.Where(n => n.Length > 0 && !known.Contains(n))]);
    }

    /// <summary>The rows, with what is wrong in those that cannot be used. Empty lines are passed over.</summary>
    public async IAsyncEnumerable<CsvRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await _reader.ReadAsync(cancellation) is { } record)
        {
            if (record.Fault is null && record.Cells.All(c => c.Trim().Length == 0)) continue;
            yield return RowOf(record);
        }
    }

    private CsvRow RowOf(CsvRecord record)
    {
        var fault = record.Fault;
        if (fault is null && (record.Cells.Count < _columns.Length || record.Cells.Skip(_columns.Length).Any(c => c.Length > 0)))
            fault = $"has {record.Cells.Count} cells, the header has {_columns.Length}; is a cell with \"{_reader.Separator}\" not in quotation marks?";
        if (fault is null && record.Cells.Any(c => !TextRules.IsWellFormed(c))) fault = "holds bytes that are not UTF-8";
        if (fault is not null) return new CsvRow(record.Line, new Dictionary<string, string>(), fault);
        var cells = new Dictionary<string, string>();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is { } column && ValueOf(record.Cells[i]) is { Length: > 0 } value) cells[column] = value;
        }

        return new CsvRow(record.Line, cells);
    }

    private static string ValueOf(string cell) => cell.Trim() == CsvCells.Sign ? CsvCells.Nothing : TextRules.Clean(CsvCells.Unguard(cell));
}
