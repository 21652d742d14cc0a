using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>An entry as both read it. <see cref="Author"/> is the writer's name.</summary>
public sealed record EntryView(int Number, Side From, string Author, string Text, DateTimeOffset At);

/// <summary>
/// A conversation as one of the two sees it: names, never addresses. <see cref="Before"/> is the number to ask for
/// earlier entries with; null at the beginning. <see cref="Language"/> is the sender's of the interface.
/// </summary>
public sealed record ConversationView(
    Guid Id, Side Mine, string Sender, NamedLink Recipient, NamedLink? Organization, ConversationState State,
    Refusal? RefusalToWrite, IReadOnlyList<EntryView> Entries, int? Before, string Language);

/// <summary>One conversation with its newest entries, or those before a number.</summary>
public sealed class ConversationQuery
{
    public const int PageSize = 50;

    private readonly NetworkDb _db;

    internal ConversationQuery(NetworkDb db) => _db = db;

    /// <summary>Null when there is none, or not for this viewer.</summary>
    public async Task<ConversationView?> RunAsync(Viewer viewer, ConversationKey key, int? before = null, CancellationToken cancellation = default)
    {
        var row = await (
            from c in key.In(_db, viewer).AsNoTracking()
            join p in _db.People on c.ToPersonId equals p.Id
            join o in _db.Organizations on c.OrganizationId equals (Guid?)o.Id into organizations
            from organization in organizations.DefaultIfEmpty()
            select new
            {
                Conversation = c,
                Recipient = new NamedLink(p.Slug, p.Name),
                Organization = organization == null ? null : new NamedLink(organization.Slug, organization.Name),
            }).FirstOrDefaultAsync(cancellation);
        if (row is null) return null;
        var (conversation, mine) = (row.Conversation, key.SideOf(viewer, row.Conversation));
        var first = before ?? int.MaxValue;
        var entries = await _db.ConversationEntries.AsNoTracking().Where(e => e.ConversationId == conversation.Id && e.Number < first)
            .OrderByDescending(e => e.Number).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = entries.Take(PageSize).Reverse().Select(e => new EntryView(
            e.Number, e.From, e.From == Side.Sender ? conversation.SenderName : row.Recipient.Name, e.Text, e.At)).ToList();
        return new ConversationView(
            conversation.Id, mine, conversation.SenderName, row.Recipient, row.Organization, conversation.State,
            conversation.RefusalToWrite(mine), shown, entries.Count > PageSize ? shown[0].Number : null, conversation.Language);
    }

    /// <summary>Notes that the viewer has seen everything up to an entry.</summary>
    public async Task ReadAsync(Viewer viewer, ConversationView seen, CancellationToken cancellation = default)
    {
        if (seen.Entries.Count == 0) return;
        var last = seen.Entries[^1].Number;
        var mine = ConversationKey.Of(seen.Id).In(_db, viewer);
        // Past the version on purpose: reading is no change that the other one's writing could collide with.
        if (seen.Mine == Side.Recipient)
            await mine.Where(c => c.RecipientRead < last).ExecuteUpdateAsync(s => s.SetProperty(c => c.RecipientRead, last), cancellation);
        else
            await mine.Where(c => c.SenderRead < last).ExecuteUpdateAsync(s => s.SetProperty(c => c.SenderRead, last), cancellation);
    }
}
