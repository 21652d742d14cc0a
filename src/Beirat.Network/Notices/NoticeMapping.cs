using Beirat.Network.Accounts;
using Beirat.Network.Discussions;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Notices;

internal sealed class ThreadFollowMapping : IEntityTypeConfiguration<ThreadFollow>
{
    public void Configure(EntityTypeBuilder<ThreadFollow> follow)
    {
        follow.ToTable("ThreadFollows");
        follow.HasKey(f => new { f.PersonId, f.DiscussionId });
        follow.HasIndex(f => f.DiscussionId);
        follow.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
        follow.HasOne<Discussion>().WithMany().HasForeignKey(f => f.DiscussionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NoticeWishesMapping : IEntityTypeConfiguration<NoticeWishes>
{
    public void Configure(EntityTypeBuilder<NoticeWishes> wishes)
    {
        wishes.ToTable("NoticeWishes");
        wishes.HasKey(w => w.AccountId);
        wishes.HasOne<Account>().WithOne().HasForeignKey<NoticeWishes>(w => w.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
