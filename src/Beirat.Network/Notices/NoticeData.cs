using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>Told in full, erased in full.</summary>
internal sealed class NoticeData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var wishes = await db.NoticeWishes.AsNoTracking().Where(w => who.AccountIds.Contains(w.AccountId)).ToListAsync(cancellation);
        export.Add("noticeWishes", wishes.Select(w => new PersonalEntry().With("threads", w.Threads.ToString()).With("calls", w.Calls.ToString()).With("push", w.PushThreads.ToString())));
        if (who.PersonId is not { } person) return;
        var follows = await (
            from f in db.ThreadFollows
            join d in db.Discussions on f.DiscussionId equals d.Id
            where f.PersonId == person
            orderby f.Since
            select new { d.Id, d.Title, f.Follows, f.Since }).ToListAsync(cancellation);
        export.Add("threadFollows", follows.Select(f => new PersonalEntry().With("discussion", $"{f.Id}").With("title", f.Title).With("follows", f.Follows.ToString()).With("since", f.Since)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        await db.NoticeWishes.Where(w => who.AccountIds.Contains(w.AccountId)).ExecuteDeleteAsync(cancellation);
        if (who.PersonId is { } person) await db.ThreadFollows.Where(f => f.PersonId == person).ExecuteDeleteAsync(cancellation);
    }
}
