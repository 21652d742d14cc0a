using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Mail;
using Beirat.Network.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beirat.Network.Notices;

/// <summary>
/// Marks devices of people for whom there is something new, on any number of nodes: how far somebody was told is saved together
/// with the mark, and whoever saves first has told. <see cref="PushDelivery"/> sends.
/// </summary>
internal sealed partial class PushCalendar(IServiceScopeFactory scopes, TimeProvider time, ILogger<PushCalendar> log) : RepeatedWork(time, Idle)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    protected override TimeSpan AfterStart => Idle;

    /// <summary>Marks the devices of everybody who is to be told something now.</summary>
    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        for (var after = Guid.Empty; ;)
        {
            List<Guid> people;
            await using (var scope = scopes.CreateAsyncScope())
                people = await scope.ServiceProvider.GetRequiredService<ThreadNewsFinder>().PeopleAsync(NoticeWay.Push, after, cancellation);
            if (people.Count == 0) return;
            foreach (var person in people) await TellAsync(person, cancellation);
            after = people[^1];
        }
    }

    private async Task TellAsync(Guid person, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var account = await db.Users.Where(a => a.PersonId == person && db.PushDevices.Any(d => d.AccountId == a.Id)).OrderBy(a => a.CreatedAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation);
        if (account is not { } id || await scope.ServiceProvider.GetRequiredService<SignedInQuery>().ByAccountAsync(id, cancellation) is not { } who) return;
        if ((await MailRhythm.QuietOfAsync(db, id, cancellation))?.Cover(Time.GetUtcNow()) == true) return;
        var all = await db.NoticeWishes.Where(w => w.AccountId == id).Select(w => w.PushThreads).FirstOrDefaultAsync(cancellation);
        var finder = scope.ServiceProvider.GetRequiredService<ThreadNewsFinder>();
        var follows = await finder.FollowsAsync(person, NoticeWay.Push, cancellation);
        var found = await finder.FindAsync(new Viewer(who.AccountId, who.PersonId, who.Roles), NoticeWay.Push, cancellation);
        var due = found.Where(f => follows.ContainsKey(f.Line.DiscussionId) && (all || f.Line.Called || f.Line.Asked)).ToList();
        if (due.Count == 0) return;
        foreach (var news in due) follows[news.Line.DiscussionId].NotePushed(news.UpTo);
        foreach (var device in await db.PushDevices.Where(d => d.AccountId == id).OrderBy(d => d.Id).Take(PushDevices.Most).ToListAsync(cancellation)) device.Wake(Time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node was first, or the person is gone or changes their devices just now: what is left is due at the next look.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Devices could not be marked for news; trying again.")]
    protected override partial void LogFault(Exception fault);
}
