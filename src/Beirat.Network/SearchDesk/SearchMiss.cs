namespace Beirat.Network.SearchDesk;

/// <summary>Where something was asked in vain.</summary>
public enum MissPlace
{
    Search,

    /// <summary>The expert finder: nobody of the council was found for it.</summary>
    Finder,
}

/// <summary>
/// A question that found nothing, or only some of its words. It holds no trace of who asked: no account, no address, no time of day.
/// </summary>
public sealed class SearchMiss
{
    private SearchMiss() { }

    internal SearchMiss(MissPlace place, string question, DateOnly day) => (Id, Place, Question, FirstDay, LastDay) = (Guid.CreateVersion7(), place, question, day, day);

    public Guid Id { get; private set; }

    public MissPlace Place { get; private set; }

    /// <summary>In lower case, with single spaces.</summary>
    public string Question { get; private set; } = string.Empty;

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    /// <summary>On how many different days.</summary>
    public int Days { get; private set; }

    public int Times { get; private set; }

    /// <summary>True when some of its words were found when it was last asked.</summary>
    public bool IsRelaxed { get; private set; }

    /// <summary>True when staff has dealt with it. It is counted on, and not shown again among the open ones.</summary>
    public bool IsDone { get; private set; }

    internal void Count(DateOnly day, int times, bool relaxed)
    {
        if (Days == 0 || day > LastDay) Days++;
        if (day > LastDay) LastDay = day;
        Times = (int)Math.Min(int.MaxValue, (long)Times + times);
        IsRelaxed = relaxed;
    }

    internal void MarkDone(bool done) => IsDone = done;
}
