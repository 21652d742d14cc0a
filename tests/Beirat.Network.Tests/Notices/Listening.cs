using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Notices;
using Beirat.Network.Tests.AdviceRequests;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Tests.Notices;

/// <summary>Short words for threads, those who follow them and what they are told.</summary>
internal static class Listening
{
    /// <summary>A thread of its own, so that tests do not hear each other. Its starter follows it.</summary>
    public static async Task<Guid> ThreadAsync(this NetworkHost network, string starter, Audience audience = Audience.Members, string title = "Ein Gespräch")
    {
        var by = await network.AccountAsync(starter);
        var thread = new Discussion(Guid.CreateVersion7(), title, string.Empty, "de", audience, network.Time.GetUtcNow());
        thread.StartedBy(by.PersonId);
        await network.ChangeAsync(db =>
        {
            db.Discussions.Add(thread);
            return Task.CompletedTask;
        });
        return thread.Id;
    }

    public static async Task<long> SayAsync(this NetworkHost network, string writer, Guid thread, string text, string? asked = null)
    {
        var by = await network.AccountAsync(writer);
        var reply = new PostReply(thread, new PostText(text, "de", Guid.NewGuid())) { Asked = asked };
        return ((Outcome<PostReceipt>.Done)await network.AskAsync((PostReplyHandler h) => h.RunAsync(by, reply))).Value.Sequence;
    }

    public static async Task<Outcome<bool>> FollowAsync(this NetworkHost network, string who, Guid thread, bool follows = true)
    {
        var viewer = await network.AccountAsync(who);
        return await network.AskAsync((FollowThreadHandler h) => h.RunAsync(viewer, new FollowThread(thread, follows)));
    }

    public static async Task WishAsync(this NetworkHost network, string who, NoticePace threads, NoticePace calls = NoticePace.AtOnce, bool push = false)
    {
        var viewer = await network.AccountAsync(who);
        var now = await network.AskAsync((NoticeWishesHandler h) => h.FindAsync(viewer));
        if (await network.AskAsync((NoticeWishesHandler h) => h.RunAsync(viewer, new NoticeWishesChange(now!.Version, threads, calls, push))) is not Outcome<Guid>.Done)
            throw new InvalidOperationException("The wishes were not taken.");
    }

    public static async Task<IReadOnlyList<NewsItem>> NewsAsync(this NetworkHost network, string who)
    {
        var viewer = await network.AccountAsync(who);
        return (await network.AskAsync((NewsQuery q) => q.RunAsync(viewer))).Items;
    }

    /// <summary>Two minutes later: long enough that nobody sits in front of the page any more.</summary>
    public static async Task LookAsync(this NetworkHost network, TimeSpan? later = null)
    {
        network.Time.Advance(later ?? TimeSpan.FromMinutes(2));
        await network.Get<NoticeCalendar>().RunAsync();
    }

    /// <summary>What mails said of a thread to somebody, in order.</summary>
    public static async Task<IReadOnlyList<string>> ToldAsync(this NetworkHost network, string who, Guid thread)
    {
        await using var db = network.Db();
        var mails = await db.OutgoingMails.AsNoTracking().Where(m => m.To == who).OrderBy(m => m.CreatedAt).Select(m => m.Text).ToListAsync();
        return [.. mails.SelectMany(m => m.Split('\n')).Where(l => l.Contains($"{thread}", StringComparison.Ordinal))];
    }

    public static async Task ForgetAsync(this NetworkHost network)
    {
        await using var db = network.Db();
        await db.OutgoingMails.ExecuteDeleteAsync();
        await db.NoticeWishes.ExecuteDeleteAsync();
        await db.MailRhythms.ExecuteDeleteAsync();
        await db.PushDevices.ExecuteDeleteAsync();
        await db.PersonMutes.ExecuteDeleteAsync();
    }
}
