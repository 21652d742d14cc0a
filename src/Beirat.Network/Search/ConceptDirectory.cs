using Beirat.Network.Topics;

namespace Beirat.Network.Search;

/// <summary>The concept index of the current topic scheme, made once for each state of the scheme.</summary>
internal sealed class ConceptDirectory(TopicDirectory topics)
{
    private volatile Entry? _entry;

    public async Task<ConceptIndex> GetAsync(CancellationToken cancellation)
    {
        var scheme = await topics.SchemeAsync(cancellation);
        var entry = _entry;
        if (entry is null || entry.Scheme != scheme) _entry = entry = new Entry(scheme, new ConceptIndex(scheme));
        return entry.Concepts;
    }

    private sealed record Entry(TopicScheme Scheme, ConceptIndex Concepts);
}
