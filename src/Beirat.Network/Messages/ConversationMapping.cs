using Beirat.Network.Accounts;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Messages;

/// <summary>Everything hangs on the recipient: erasing the person erases what was written to them.</summary>
internal sealed class ConversationMapping
    : IEntityTypeConfiguration<Conversation>, IEntityTypeConfiguration<ConversationEntry>, IEntityTypeConfiguration<ConversationLink>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.ToTable("Conversations");
        conversation.HasIndex(c => new { c.ToPersonId, c.LastEntryAt });
        conversation.HasIndex(c => new { c.SenderAccountId, c.LastEntryAt });
        conversation.HasIndex(c => new { c.SenderMail, c.StartedAt });
        conversation.HasOne<Person>().WithMany().HasForeignKey(c => c.ToPersonId).OnDelete(DeleteBehavior.Cascade);
        conversation.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.SetNull);
        conversation.HasOne<Account>().WithMany().HasForeignKey(c => c.SenderAccountId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ConversationEntry> entry)
    {
        entry.ToTable("ConversationEntries");
        entry.HasIndex(e => new { e.ConversationId, e.Number }).IsUnique();
        entry.HasIndex(e => new { e.ConversationId, e.Key }).IsUnique();
        entry.HasOne<Conversation>().WithMany().HasForeignKey(e => e.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ConversationLink> link)
    {
        link.ToTable("ConversationLinks");
        link.HasKey(l => l.Hash);
        link.Property(l => l.Hash).HasMaxLength(64);
        link.HasOne<Conversation>().WithMany().HasForeignKey(l => l.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
