using Beirat.Network.Data;
using Beirat.Network.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Messages;

/// <summary>Messages to somebody. Nobody else has them, so they go.</summary>
internal sealed class MessageData : IPersonalData
{
    public async Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation)
    {
        var messages = await db.Set<ContactMessage>().AsNoTracking().Where(m => m.ToPersonId == who.PersonId).OrderBy(m => m.SentAt).ToListAsync(cancellation);
        export.Add("messages", messages.Select(m => new PersonalEntry().With("sender", m.Sender).With("contact", m.Contact).With("at", m.SentAt).With("text", m.Text)));
    }

    public async Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<ContactMessage>().Where(m => m.ToPersonId == who.PersonId).ToListAsync(cancellation));
}
