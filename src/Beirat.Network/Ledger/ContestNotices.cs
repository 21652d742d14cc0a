using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Mail;
using Beirat.Network.Search;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Ledger;

/// <summary>To staff: an entry is contested and waits for a decision.</summary>
public sealed record EntryContested(Guid ContestId, string Person, EvidenceKind Kind, string Title, string Reason) : Notice;

/// <summary>To the person whom the entry is about: staff decided.</summary>
public sealed record ContestDecided(EvidenceKind Kind, string Title, bool Counts, string Note) : Notice;

/// <summary>To the person who wrote an endorsement that was contested: staff decided.</summary>
public sealed record EndorsementDecided(string Person, string Title, bool Counts) : Notice;

/// <summary>Tells by mail, in the save of what it tells of. Does nothing without a mail server.</summary>
internal sealed class ContestNotices(NetworkDb db, MailQueue mails)
{
    // More do not look after one portal; whoever gets no mail sees the card in the staff area.
    private const int MostStaff = 10;

    public async Task TellStaffAsync(EvidenceContest contest, CancellationToken cancellation)
    {
        if (!mails.IsOn) return;
        var person = await db.People.Where(p => p.Id == contest.PersonId).Select(p => p.Name).FirstAsync(cancellation);
        var staff = await db.Users.Where(a => a.Email != null && a.EmailConfirmed && a.PersonId != contest.PersonId && a.Roles.Contains(Accounts.AccountRole.Staff))
            .OrderBy(a => a.CreatedAt).Select(a => new { a.Email, a.PersonId }).Take(MostStaff).ToListAsync(cancellation);
        foreach (var account in staff)
            mails.Add(db, new Addressee(account.Email!, account.PersonId, Languages.Default), new EntryContested(contest.Id, person, contest.Kind, contest.Title, contest.Reason));
    }

    public async Task TellDecisionAsync(EvidenceContest contest, CancellationToken cancellation)
    {
        if (!mails.IsOn) return;
        var counts = contest.State == ContestState.Kept;
        await TellAsync(contest.PersonId, new ContestDecided(contest.Kind, contest.Title, counts, contest.Note), cancellation);
        if (contest.Kind != EvidenceKind.Endorsement) return;
        var by = await db.Endorsements.Where(e => e.Id == contest.SourceId).Select(e => (Guid?)e.ById).FirstOrDefaultAsync(cancellation);
        if (by is not { } writer) return;
        var person = await db.People.Where(p => p.Id == contest.PersonId).Select(p => p.Name).FirstAsync(cancellation);
        await TellAsync(writer, new EndorsementDecided(person, contest.Title, counts), cancellation);
    }

    private async Task TellAsync(Guid person, Notice notice, CancellationToken cancellation)
    {
        var address = await db.Users.Where(a => a.PersonId == person && a.Email != null && a.EmailConfirmed).OrderBy(a => a.CreatedAt).Select(a => a.Email).FirstOrDefaultAsync(cancellation);
        if (address is not null) mails.Add(db, new Addressee(address, person, Languages.Default), notice);
    }
}
