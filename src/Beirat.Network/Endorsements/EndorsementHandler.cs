using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Mail;
using Beirat.Network.Outbox;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Endorsements;

/// <summary>Speaks for somebody on a topic, by slugs.</summary>
public sealed record Endorse(string Person, string? Topic, string? Text, string Language);

/// <summary>Removes an endorsement: whom it is about, or who wrote it.</summary>
public sealed record EndorsementRemoval(Guid Id);

/// <summary>To whom an endorsement is about: somebody speaks for them.</summary>
public sealed record EndorsementMade(string By, string Topic, string Text) : Notice;

/// <summary>Endorsements of members by members.</summary>
public sealed class EndorsementHandler
{
    private const int Attempts = 3;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly MailQueue _mails;
    private readonly ImmediateEffect _effect;
    private readonly TimeProvider _time;

    internal EndorsementHandler(NetworkDb db, TopicDirectory topics, MailQueue mails, ImmediateEffect effect, TimeProvider time) =>
        (_db, _topics, _mails, _effect, _time) = (db, topics, mails, effect, time);

    /// <summary>Returns the slug of whom it is about.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer viewer, Endorse command, CancellationToken cancellation = default)
    {
        if (!viewer.IsSignedIn) return new Outcome<string>.Refused(Refusal.SignInFirst);
        if (!Endorsement.MayEndorse(viewer) || viewer.PersonId is not { } by) return new Outcome<string>.NotFound();
        var person = await _db.Members(_time.Today()).Where(p => p.Slug == command.Person).Select(p => new { p.Id, p.Slug }).FirstOrDefaultAsync(cancellation);
        if (person is null) return new Outcome<string>.NotFound();
        if (person.Id == by) return new Outcome<string>.Refused(Refusal.SamePerson);
        var topic = (await _topics.NamesAsync(cancellation)).BySlug(command.Topic);
        var text = new EndorsementText(topic?.Id ?? Guid.Empty, TextRules.Clean(command.Text).ReplaceLineEndings(" "), command.Language);
        if (await FaultsAsync(person.Id, by, text, cancellation) is { Count: > 0 } faults) return new Outcome<string>.Invalid(faults);
        _db.Endorsements.Add(new Endorsement(Guid.CreateVersion7(), person.Id, by, text, _time.GetUtcNow()));
        await TellAsync(person.Id, by, topic!, text, cancellation);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Sent twice at once: the other one got through. Anything else is a fault.
            _db.ChangeTracker.Clear();
            if (!await _db.Endorsements.AnyAsync(e => e.PersonId == person.Id && e.ById == by && e.TopicId == text.TopicId, cancellation)) throw;
        }

        return new Outcome<string>.Done(person.Slug);
    }

    /// <summary>What is removed speaks for nobody from the answer on.</summary>
    public async Task<Outcome<Guid>> RunAsync(Viewer viewer, EndorsementRemoval command, CancellationToken cancellation = default)
    {
        if (viewer.PersonId is not { } person) return new Outcome<Guid>.NotFound();
        for (var attempt = 1; ; attempt++)
        {
            var endorsement = await _db.Endorsements.FirstOrDefaultAsync(e => e.Id == command.Id && (e.PersonId == person || e.ById == person), cancellation);
            if (endorsement is null) return new Outcome<Guid>.NotFound();
            _db.Endorsements.Remove(endorsement);
            _db.EvidenceContests.RemoveRange(await _db.EvidenceContests.Where(c => c.PersonId == endorsement.PersonId && c.SourceId == endorsement.Id).ToListAsync(cancellation));
            try
            {
                await _db.SaveChangesAsync(cancellation);
                await _effect.TakeAsync([new Subject(SubjectKind.Person, endorsement.PersonId)], cancellation);
                return new Outcome<Guid>.Done(command.Id);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // The other one removes it at the same moment, or staff decides about it: look again.
                _db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Dictionary<string, Refusal>> FaultsAsync(Guid person, Guid by, EndorsementText text, CancellationToken cancellation)
    {
        var faults = new Dictionary<string, Refusal>();
        if (text.TopicId == Guid.Empty) faults["topic"] = Refusal.UnknownTopic;
        if (text.Text.Length == 0) faults["text"] = Refusal.Empty;
        else if (text.Text.Length > Endorsement.MaxTextLength) faults["text"] = Refusal.TooLong;
        else if (!TextRules.IsWellFormed(text.Text)) faults["text"] = Refusal.UnreadableText;
        if (!Languages.IsKnown(text.Language)) faults["language"] = Refusal.UnknownLanguage;
        if (faults.Count > 0) return faults;
        var given = await _db.Endorsements.Where(e => e.PersonId == person && e.ById == by).Select(e => e.TopicId).ToListAsync(cancellation);
        if (given.Contains(text.TopicId)) faults["topic"] = Refusal.AlreadyEndorsed;
        else if (given.Count >= Endorsement.MostFor) faults["topic"] = Refusal.ListFull;
        return faults;
    }

    private async Task TellAsync(Guid person, Guid by, TopicEntry topic, EndorsementText text, CancellationToken cancellation)
    {
        if (!_mails.IsOn) return;
        var address = await _db.Users.Where(a => a.PersonId == person && a.Email != null && a.EmailConfirmed).OrderBy(a => a.CreatedAt).Select(a => a.Email).FirstOrDefaultAsync(cancellation);
        if (address is null) return;
        var name = await _db.People.Where(p => p.Id == by).Select(p => p.Name).FirstAsync(cancellation);
        _mails.Add(_db, new Addressee(address, person, Languages.Default), new EndorsementMade(name, topic.In(Languages.Default).Label, text.Text));
    }
}
