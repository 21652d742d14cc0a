using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Search;
using Beirat.Network.Search.Analysis;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SearchDesk;

/// <summary>A word of staff. <see cref="IsApplied"/> once this process reads texts and questions so.</summary>
public sealed record OwnWordRow(Guid Id, string Word, string Parts, bool IsApplied);

/// <summary>The words of staff; <see cref="IsPending"/> while the index is behind them.</summary>
public sealed record OwnWordList(IReadOnlyList<OwnWordRow> Rows, bool IsPending);

/// <summary>How a word is read now, and how it will be. No parts: as a whole.</summary>
public sealed record WordPreview(string Word, IReadOnlyList<string> Now, IReadOnlyList<string> Then);

/// <summary>The words of staff, and what they do.</summary>
public sealed class OwnWordQuery
{
    private readonly NetworkDb _db;
    private readonly SearchIndex _index;

    internal OwnWordQuery(NetworkDb db, SearchIndex index) => (_db, _index) = (db, index);

    /// <summary>Null for everybody but staff.</summary>
    public async Task<OwnWordList?> RunAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return null;
        var words = await WordsAsync(cancellation);
        var applied = _index.Current?.Analysis.Words.Own.Words ?? new Dictionary<string, IReadOnlyList<string>>();
        var rows = words.Select(w => (Row: w, Split: OwnWordReading.Of(w)))
            .Select(w => new OwnWordRow(w.Row.Id, w.Row.Word, w.Row.Parts, applied.TryGetValue(w.Split.Key, out var parts) && parts.SequenceEqual(w.Split.Value))).ToList();
        return new OwnWordList(rows, rows.Any(r => !r.IsApplied) || applied.Count != rows.Count);
    }

    /// <summary>Null for everybody but staff, for what is no word, and while there is no index.</summary>
    public async Task<WordPreview?> PreviewAsync(Viewer viewer, OwnWordDraft draft, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || _index.Current?.Analysis is not { } now) return null;
        var reading = new OwnWordReading(draft);
        if (reading.Faults.Count > 0) return null;
        var others = (await WordsAsync(cancellation)).Where(w => w.Key != reading.Key).Select(OwnWordReading.Of);
        var then = new TextAnalysis(now.Words.With(new OwnSplits(others.Append(reading.Split))));
        return new WordPreview(reading.Word, Parts(now, reading.Word), Parts(then, reading.Word));
    }

    private Task<List<OwnWord>> WordsAsync(CancellationToken cancellation) =>
        _db.OwnWords.AsNoTracking().OrderBy(w => w.Key).Take(OwnWordChangeHandler.Most).ToListAsync(cancellation);

    private static IReadOnlyList<string> Parts(TextAnalysis analysis, string word) => CompoundParts.Of(word, analysis.Forms(word, Languages.Default));
}
