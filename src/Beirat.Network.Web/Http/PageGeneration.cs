using Beirat.Network.Outbox;

namespace Beirat.Network.Web.Http;

/// <summary>
/// A number that counts up when something but a post changes; it is part of the key of kept pages. Eviction alone would
/// leave a gap: a page that was being made while it happened would be kept afterwards, with what was just taken back.
/// </summary>
internal sealed class PageGeneration : IChangeListener
{
    private long _number;

    public long Number => Interlocked.Read(ref _number);

    public Task ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        if (subjects.Any(s => s.Kind is not (SubjectKind.Post or SubjectKind.Discussion or SubjectKind.Session or SubjectKind.Account))) Interlocked.Increment(ref _number);
        return Task.CompletedTask;
    }
}
