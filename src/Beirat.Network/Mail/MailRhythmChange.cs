using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Mail;

/// <summary>The wishes of an account as they are now. Without both times there are no quiet hours.</summary>
public sealed record MailRhythmView(TimeOnly? QuietFrom, TimeOnly? QuietUntil, bool Weekly, int Version);

/// <summary>When the viewer wants mails about requests. <see cref="Unreadable"/> names fields in which no time stood.</summary>
public sealed record MailRhythmChange(int Version, TimeOnly? QuietFrom, TimeOnly? QuietUntil, bool Weekly, IReadOnlyCollection<string> Unreadable);

/// <inheritdoc cref="MailRhythmChange"/>
public sealed class MailRhythmHandler
{
    /// <summary>The version of wishes that nobody has stored yet: the first ones are written by one form only.</summary>
    private const int None = -1;

    private readonly NetworkDb _db;
    private readonly MailQueue _mails;
    private readonly TimeProvider _time;

    internal MailRhythmHandler(NetworkDb db, MailQueue mails, TimeProvider time) => (_db, _mails, _time) = (db, mails, time);

    /// <summary>True when the portal can send mails at all.</summary>
    public bool HasMail => _mails.IsOn;

    /// <summary>Null when nobody is signed in.</summary>
    public async Task<MailRhythmView?> FindAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return null;
        var rhythm = await _db.MailRhythms.AsNoTracking().FirstOrDefaultAsync(r => r.AccountId == account, cancellation);
        return rhythm is null
            ? new MailRhythmView(QuietHours.Usual.From, QuietHours.Usual.Until, false, None)
            : new MailRhythmView(rhythm.QuietFrom, rhythm.QuietUntil, rhythm.Weekly, rhythm.Version);
    }

    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, MailRhythmChange command, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return new Outcome<Guid>.Refused(Refusal.SignInFirst);
        var faults = command.Unreadable.ToDictionary(f => f, _ => Refusal.NotATime);
        if (command.QuietFrom is null && command.QuietUntil is not null && !faults.ContainsKey("from")) faults["from"] = Refusal.Empty;
        if (command.QuietUntil is null && command.QuietFrom is not null && !faults.ContainsKey("until")) faults["until"] = Refusal.Empty;
        if (faults.Count > 0) return new Outcome<Guid>.Invalid(faults);
        var rhythm = await _db.MailRhythms.FirstOrDefaultAsync(r => r.AccountId == account, cancellation);
        if ((rhythm?.Version ?? None) != command.Version) return new Outcome<Guid>.Stale(rhythm?.Version ?? None);
        if (rhythm is null) _db.Add(rhythm = new MailRhythm(account));
        rhythm.Set(command.QuietFrom, command.QuietUntil, command.Weekly, _time.Today());
        try
        {
            await _db.SaveChangesAsync(cancellation);
            return new Outcome<Guid>.Done(account);
        }
        catch (DbUpdateException)
        {
            return new Outcome<Guid>.Stale(rhythm.Version);
        }
    }
}

/// <summary>Told in full, erased in full.</summary>
internal sealed class MailRhythmData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var rhythms = await db.MailRhythms.AsNoTracking().Where(r => who.AccountIds.Contains(r.AccountId)).ToListAsync(cancellation);
        export.Add("mailRhythm", rhythms.Select(r => new PersonalEntry()
            .With("quiet", r.Quiet is { } quiet ? $"{Clock(quiet.From)}–{Clock(quiet.Until)}" : null).With("weekly", r.Weekly.ToString()).With("digestOn", r.DigestOn)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation) =>
        await db.MailRhythms.Where(r => who.AccountIds.Contains(r.AccountId)).ExecuteDeleteAsync(cancellation);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
