using Beirat.Network.Accounts;
using Beirat.Network.Discussions;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Notices;

internal sealed class NoticeMapping :
    IEntityTypeConfiguration<ThreadFollow>, IEntityTypeConfiguration<NoticeWishes>, IEntityTypeConfiguration<PushDevice>, IEntityTypeConfiguration<PushKey>
{
    public void Configure(EntityTypeBuilder<ThreadFollow> follow)
    {
        follow.ToTable("ThreadFollows");
        follow.HasKey(f => new { f.PersonId, f.DiscussionId });
        follow.HasIndex(f => f.DiscussionId);
        follow.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
        follow.HasOne<Discussion>().WithMany().HasForeignKey(f => f.DiscussionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoticeWishes> wishes)
    {
        wishes.ToTable("NoticeWishes");
        wishes.HasKey(w => w.AccountId);
        wishes.HasOne<Account>().WithOne().HasForeignKey<NoticeWishes>(w => w.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PushDevice> device)
    {
        device.ToTable("PushDevices");
        device.Property(d => d.Endpoint).HasMaxLength(PushDevice.MaxEndpointLength);
        device.Property(d => d.Key).HasMaxLength(100);
        device.Property(d => d.Secret).HasMaxLength(40);
        device.Property(d => d.Language).HasMaxLength(10);
        device.Property(d => d.Name).HasMaxLength(PushDevice.MaxNameLength);
        device.HasIndex(d => d.Endpoint).IsUnique();
        device.HasIndex(d => d.AccountId);
        device.HasIndex(d => d.DueAt);
        device.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PushKey> key)
    {
        key.ToTable("PushKeys");
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(20);
    }
}
