using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.SearchDesk;

/// <summary>Says how a word is read. Said again, the new parts count.</summary>
public sealed record OwnWordChange(OwnWordDraft Draft);

/// <summary>Leaves a word to the splitter again.</summary>
public sealed record OwnWordRemoval(Guid Id);

/// <summary>
/// The words of staff. A change lets every node build its index anew, because texts and questions must be read alike; until that is done
/// searches go on as they were.
/// </summary>
public sealed class OwnWordChangeHandler
{
    /// <summary>More words than these are a case for the program, not for a list.</summary>
    public const int Most = 500;

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal OwnWordChangeHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>What is wrong with a draft, by field.</summary>
    public static IReadOnlyDictionary<string, Refusal> Check(OwnWordDraft draft) => new OwnWordReading(draft).Faults;

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, OwnWordChange command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<Guid>.NotFound();
        var reading = new OwnWordReading(command.Draft);
        if (reading.Faults.Count > 0) return new Outcome<Guid>.Invalid(reading.Faults);
        var word = await _db.OwnWords.FirstOrDefaultAsync(w => w.Key == reading.Key, cancellation);
        if (word is null && await _db.OwnWords.CountAsync(cancellation) >= Most) return new Outcome<Guid>.Invalid("word", Refusal.ListFull);
        word ??= _db.OwnWords.Add(new OwnWord(reading.Key)).Entity;
        word.Be(reading.Word, string.Join(' ', reading.Parts), _time.GetUtcNow());
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else said something about the same word by a moment earlier.
            return new Outcome<Guid>.Invalid("word", Refusal.ChangedMeanwhile);
        }

        return new Outcome<Guid>.Done(word.Id);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, OwnWordRemoval command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.OwnWords.FindAsync([command.Id], cancellation) is not { } word) return new Outcome<Guid>.NotFound();
        _db.OwnWords.Remove(word);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(command.Id);
    }
}
