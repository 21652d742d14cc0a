using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>A conversation in the list. <see cref="Other"/> is the name of the other one; <see cref="Language"/> the sender's of the interface.</summary>
public sealed record ConversationCard(
    Guid Id, Side Mine, string Other, string? Organization, ConversationState State, bool Unread, string LastText, DateTimeOffset LastEntryAt, string Language);

/// <summary>The viewer's conversations, those with the newest entry first. Nobody sees those of others, staff neither.</summary>
public sealed class ConversationListQuery
{
    public const int PageSize = 25;
    private const int ExcerptLength = 160;

    private readonly NetworkDb _db;

    internal ConversationListQuery(NetworkDb db) => _db = db;

    /// <summary>One page. <paramref name="after"/> is the id of the last conversation already shown.</summary>
    public async Task<Page<ConversationCard>> RunAsync(Viewer viewer, Guid? after = null, CancellationToken cancellation = default)
    {
        var conversations = _db.Conversations.VisibleTo(viewer);
        if (after is not null)
        {
            var last = await conversations.Where(c => c.Id == after).Select(c => new { c.LastEntryAt, c.Id }).FirstOrDefaultAsync(cancellation);
            if (last is not null)
                conversations = conversations.Where(c => c.LastEntryAt < last.LastEntryAt || (c.LastEntryAt == last.LastEntryAt && c.Id.CompareTo(last.Id) < 0));
        }

        var page = conversations.OrderByDescending(c => c.LastEntryAt).ThenByDescending(c => c.Id).Take(PageSize + 1);
        var rows = await (
            from c in page.AsNoTracking()
            join p in _db.People on c.ToPersonId equals p.Id
            join o in _db.Organizations on c.OrganizationId equals (Guid?)o.Id into organizations
            from organization in organizations.DefaultIfEmpty()
            orderby c.LastEntryAt descending, c.Id descending
            select new
            {
                Conversation = c,
                Recipient = p.Name,
                Organization = organization == null ? null : organization.Name,
                Text = _db.ConversationEntries.Where(e => e.ConversationId == c.Id && e.Number == c.LastNumber).Select(e => e.Text).FirstOrDefault(),
            }).ToListAsync(cancellation);
        var cards = rows.Take(PageSize).Select(r =>
        {
            var (c, mine) = (r.Conversation, viewer.SideOf(r.Conversation));
            return new ConversationCard(
                c.Id, mine, mine == Side.Recipient ? c.SenderName : r.Recipient, r.Organization, c.State,
                (mine == Side.Recipient ? c.RecipientRead : c.SenderRead) < c.LastNumber, Excerpt.Beginning(r.Text ?? string.Empty, ExcerptLength), c.LastEntryAt, c.Language);
        });
        return new Page<ConversationCard>([.. cards], rows.Count > PageSize ? rows[PageSize - 1].Conversation.Id.ToString() : null);
    }
}
