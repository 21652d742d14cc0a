using System.Globalization;

namespace Beirat.Network.Exchange;

/// <summary>What an import did, or would do. Counts are of lines; <see cref="Faults"/> and <see cref="Changes"/> hold the first ones.</summary>
public sealed record ExchangeReport(
    int Lines, int Added, int Changed, int Unchanged, int Failed, IReadOnlyList<string> Faults, IReadOnlyList<string> Changes, IReadOnlyList<string> Warnings);

/// <summary>Counts what becomes of lines.</summary>
internal sealed class ExchangeTally
{
    private const int MaxFaults = 100;
    private const int MaxChanges = 50;
    private const int MaxShown = 60;

    private readonly List<string> _faults = [];
    private readonly List<string> _changes = [];
    private int _lines;
    private int _added;
    private int _changed;
    private int _unchanged;
    private int _failed;

    public int Lines => _lines;

    public void Fail(int line, string reason, bool counts = true)
    {
        if (counts) _lines++;
        _failed++;
        if (_faults.Count < MaxFaults) _faults.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}: {reason}"));
    }

    /// <summary>Notes a line that went in; without changes it was there already.</summary>
    public void Note(int line, string id, bool isNew, IReadOnlyList<FieldChange> changes)
    {
        _lines++;
        if (isNew) _added++;
        else if (changes.Count > 0) _changed++;
        else _unchanged++;
        if (changes.Count > 0) Tell(line, isNew ? $"adds {id}" : $"changes {id}", changes);
    }

    /// <summary>Tells more about a line that was counted before.</summary>
    public void Tell(int line, string what, IReadOnlyList<FieldChange> changes)
    {
        if (_changes.Count >= MaxChanges) return;
        var shown = string.Join("; ", changes.Select(c => c.Before.Length == 0 ? $"{c.Column}: {Shown(c.After)}" : $"{c.Column}: {Shown(c.Before)} -> {Shown(c.After)}"));
        _changes.Add(string.Create(CultureInfo.InvariantCulture, $"line {line} {what}: {shown}"));
    }

    public void Add(ExchangeTally part)
    {
        _lines += part._lines;
        _added += part._added;
        _changed += part._changed;
        _unchanged += part._unchanged;
        _failed += part._failed;
        _faults.AddRange(part._faults.Take(MaxFaults - _faults.Count));
        _changes.AddRange(part._changes.Take(MaxChanges - _changes.Count));
    }

    public ExchangeReport Report(IEnumerable<string> warnings) =>
        new(_lines, _added, _changed, _unchanged, _failed, _faults, _changes, [.. warnings]);

    private static string Shown(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return $"\"{(line.Length > MaxShown ? $"{line[..MaxShown]}…" : line)}\"";
    }
}

/// <summary>A value before and after.</summary>
internal sealed record FieldChange(string Column, string Before, string After);
