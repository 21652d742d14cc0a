using System.Threading.Channels;
using Beirat.Network.Advice;
using Beirat.Network.Common;
using Beirat.Network.Search;

namespace Beirat.Network.SearchDesk;

/// <summary>A question to be counted on a day. Nothing in it tells who asked.</summary>
internal readonly record struct MissNote(MissPlace Place, string Question, DateOnly Day, bool IsRelaxed);

/// <summary>
/// Takes down searches that found nothing, and questions for which the finder proposes nobody. Costs a search no more than a look at its words: it is written later, by
/// <see cref="SearchMissFeed"/>; what comes faster than that is not taken down.
/// </summary>
public sealed class SearchMissNotes
{
    private const int Waiting = 1_000;

    private readonly Channel<MissNote> _notes = Channel.CreateBounded<MissNote>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly TimeProvider _time;

    internal SearchMissNotes(TimeProvider time) => _time = time;

    internal ChannelReader<MissNote> Notes => _notes.Reader;

    /// <summary>Staff's own searches are not taken down, nor those that were narrowed, turned over or asked before the index was there.</summary>
    public void Take(Viewer viewer, SearchRequest request, SearchResult result)
    {
        if (viewer.IsStaff || !result.Ready || (result.Total > 0 && !result.Relaxed)) return;
        if (request is not { IsNarrowed: false, Page: 1, Whole: false, Without.Count: 0 }) return;
        if (HarmlessQuestion.Of(request.Text) is { } question) _notes.Writer.TryWrite(new MissNote(MissPlace.Search, question, _time.Today(), result.Relaxed));
    }

    /// <summary>A question for which nobody was found, under the same rules.</summary>
    public void Take(Viewer viewer, AdviserRequest request, AdviserResult result)
    {
        if (viewer.IsStaff || !result.Ready || result.Advisers.Count > 0 || request.IsNarrowed || request.Without.Count > 0) return;
        if (HarmlessQuestion.Of(request.Question) is { } question) _notes.Writer.TryWrite(new MissNote(MissPlace.Finder, question, _time.Today(), IsRelaxed: false));
    }
}
