using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>Writes to a representative of an organisation, by their slugs. No account is needed.</summary>
public sealed record SendMessage(string Organization, string Person, ContactText Text);

/// <summary>Whom a message would reach.</summary>
public sealed record Recipient(Guid PersonId, Guid OrganizationId, NamedLink Person, NamedLink Organization);

/// <inheritdoc cref="SendMessage"/>
public sealed class SendMessageHandler
{
    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal SendMessageHandler(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>Null unless the person belongs to the organisation today and sits in the council or speaks for the organisation.</summary>
    public async Task<Recipient?> RecipientAsync(string organization, string person, CancellationToken cancellation = default)
    {
        var today = _time.Today();
        return await (
            from m in _db.Memberships
            join o in _db.Organizations on m.OrganizationId equals o.Id
            join p in _db.People on m.PersonId equals p.Id
            where o.Slug == organization && p.Slug == person && m.From <= today && (m.Until == null || m.Until >= today)
                && (Membership.SpeakingRoles.Contains(m.Role)
                    || _db.SeatAssignments.Any(a => a.PersonId == p.Id && a.From <= today && (a.Until == null || a.Until >= today)))
            select new Recipient(p.Id, o.Id, new NamedLink(p.Slug, p.Name), new NamedLink(o.Slug, o.Name))).FirstOrDefaultAsync(cancellation);
    }

    public async Task<Outcome<Guid>> RunAsync(SendMessage command, CancellationToken cancellation = default)
    {
        if (await RecipientAsync(command.Organization, command.Person, cancellation) is not { } recipient) return new Outcome<Guid>.NotFound();
        var text = new ContactText(TextRules.Clean(command.Text.Sender), TextRules.Clean(command.Text.Contact), TextRules.Clean(command.Text.Text));
        if (ContactMessage.Refusals(text) is { Count: > 0 } refusals) return new Outcome<Guid>.Invalid(refusals);
        var message = new ContactMessage(recipient.PersonId, recipient.OrganizationId, text, _time.GetUtcNow());
        _db.Add(message);
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<Guid>.Done(message.Id);
    }
}
