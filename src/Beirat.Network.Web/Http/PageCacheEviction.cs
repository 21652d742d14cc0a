using Beirat.Network.Outbox;
using Microsoft.AspNetCore.OutputCaching;

namespace Beirat.Network.Web.Http;

/// <summary>Forgets kept pages when what they show has changed. A post touches its own thread and the lists, not the other threads.</summary>
internal sealed class PageCacheEviction(IOutputCacheStore store) : IChangeListener
{
    public async Task ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        if (subjects.All(s => s.Kind is SubjectKind.Session or SubjectKind.Account)) return;
        await store.EvictByTagAsync(AnonymousPages.AllPages, cancellation);
        if (subjects.Any(s => s.Kind is not (SubjectKind.Post or SubjectKind.Discussion)))
            await store.EvictByTagAsync(AnonymousPages.AllThreads, cancellation);
        foreach (var discussion in subjects.Where(s => s.Kind == SubjectKind.Discussion))
            await store.EvictByTagAsync(AnonymousPages.TagOf(discussion.Id), cancellation);
    }
}
