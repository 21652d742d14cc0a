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
        export.Add("noticeWishes", wishes.Select(w => new PersonalEntry().With("threadMails", w.Threads).With("callMails", w.Calls).With("pushThreads", w.PushThreads.ToString())));
        var devices = await db.PushDevices.AsNoTracking().Where(d => who.AccountIds.Contains(d.AccountId)).OrderBy(d => d.AddedAt).ToListAsync(cancellation);
        export.Add("pushDevices", devices.Select(d => new PersonalEntry().With("device", d.Name).With("language", d.Language).With("pushAddress", d.Endpoint).With("at", d.AddedAt)));
        if (who.PersonId is not { } person) return;
        var follows = await (
            from f in db.ThreadFollows
            join d in db.Discussions on f.DiscussionId equals d.Id
            where f.PersonId == person
            orderby f.Since
            select new { d.Id, d.Title, f.Follows, f.Since }).ToListAsync(cancellation);
        export.Add("threadFollows", follows.Select(f => new PersonalEntry().With("discussion", $"{f.Id}").With("title", f.Title).With("follows", f.Follows.ToString()).With("at", f.Since)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation)
    {
        await db.NoticeWishes.Where(w => who.AccountIds.Contains(w.AccountId)).ExecuteDeleteAsync(cancellation);
        await db.PushDevices.Where(d => who.AccountIds.Contains(d.AccountId)).ExecuteDeleteAsync(cancellation);
        if (who.PersonId is { } person) await db.ThreadFollows.Where(f => f.PersonId == person).ExecuteDeleteAsync(cancellation);
    }
}
