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
/// Tells people by mail of new posts in their threads, on any number of nodes: how far somebody was told is saved together with the
/// mail, and whoever saves first has told. Nobody is told anything in their quiet hours.
/// </summary>
internal sealed partial class NoticeCalendar(IServiceScopeFactory scopes, TimeProvider time, ILogger<NoticeCalendar> log) : RepeatedWork(time, Idle)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    protected override TimeSpan AfterStart => Idle;

    /// <summary>Older posts made their writers follow when they were new.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    /// <summary>Now and then all that is recent is looked at: what another node saved late, or what was put together meanwhile.</summary>
    private static readonly TimeSpan WholeEvery = TimeSpan.FromHours(1);

    private DateTimeOffset? _wholeAt;

    /// <summary>Tells everybody what is due to them now.</summary>
    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        await KeepAsync(cancellation);
        for (var after = Guid.Empty; ;)
        {
            List<Guid> people;
            await using (var scope = scopes.CreateAsyncScope())
            {
                if (!scope.ServiceProvider.GetRequiredService<MailQueue>().IsOn) return;
                people = await scope.ServiceProvider.GetRequiredService<ThreadNewsFinder>().PeopleAsync(NoticeWay.Mail, after, cancellation);
            }

            if (people.Count == 0) return;
            foreach (var person in people) await TellAsync(person, cancellation);
            after = people[^1];
        }
    }

    // Also where no mail is sent: the portal shows what is new in the threads that somebody follows.
    private async Task KeepAsync(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        var whole = _wholeAt is not { } last || now - last >= WholeEvery;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FollowKeeping>().RunAsync(now - (whole ? Recent : WholeEvery), cancellation);
        if (whole) _wholeAt = now;
    }

    // Marks, digest and mail in one save: after a stop there are all or none.
    private async Task TellAsync(Guid person, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, mails) = (scope.ServiceProvider.GetRequiredService<NetworkDb>(), scope.ServiceProvider.GetRequiredService<MailQueue>());
        var account = await db.Users.Where(a => a.PersonId == person && a.EmailConfirmed && a.Email != null).OrderBy(a => a.CreatedAt)
            .Select(a => new { a.Id, a.Email }).FirstOrDefaultAsync(cancellation);
        if (account is null || await scope.ServiceProvider.GetRequiredService<SignedInQuery>().ByAccountAsync(account.Id, cancellation) is not { } who) return;
        var (now, today) = (Time.GetUtcNow(), Time.Today());
        var quiet = await MailRhythm.QuietOfAsync(db, account.Id, cancellation);
        if (quiet?.Cover(now) == true) return;
        var wishes = await db.NoticeWishes.FirstOrDefaultAsync(w => w.AccountId == account.Id, cancellation);
        if (wishes is null) db.NoticeWishes.Add(wishes = new NoticeWishes(account.Id, today.AddDays(-1)));
        var finder = scope.ServiceProvider.GetRequiredService<ThreadNewsFinder>();
        var follows = await finder.FollowsAsync(person, NoticeWay.Mail, cancellation);
        var found = await finder.FindAsync(new Viewer(who.AccountId, who.PersonId, who.Roles), NoticeWay.Mail, cancellation);
        // A call brings what else is new in its thread along; the other threads wait for their own Time.
        var due = found.Where(f => follows.ContainsKey(f.Line.DiscussionId) && wishes.IsDue(f.Line.Called || f.Line.Asked ? wishes.Calls : wishes.Threads, today)).ToList();
        if (due.Count == 0) return;
        mails.Add(db, new Addressee(account.Email!, person, Languages.Default) { Quiet = quiet }, new ThreadNews(account.Id, [.. due.Select(d => d.Line)]));
        foreach (var news in due) follows[news.Line.DiscussionId].NoteMailed(news.UpTo);
        if (due.Exists(d => (d.Line.Called || d.Line.Asked ? wishes.Calls : wishes.Threads) is NoticePace.Daily or NoticePace.Weekly)) wishes.NoteDigest(today);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node was first, or the person is gone or changes their wishes just now: what is left is due at the next look.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "News of threads could not be told; trying again.")]
    protected override partial void LogFault(Exception fault);
}
