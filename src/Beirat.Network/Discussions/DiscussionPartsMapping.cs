using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Discussions;

/// <summary>What belongs to threads and posts.</summary>
internal sealed class DiscussionPartsMapping :
    IEntityTypeConfiguration<DiscussionAct>, IEntityTypeConfiguration<MovedPost>, IEntityTypeConfiguration<PostRevision>, IEntityTypeConfiguration<RemovedText>,
    IEntityTypeConfiguration<PostReaction>, IEntityTypeConfiguration<PostMention>, IEntityTypeConfiguration<PostAttachment>,
    IEntityTypeConfiguration<PostAttachmentFile>, IEntityTypeConfiguration<PostTranslation>, IEntityTypeConfiguration<ThreadRead>, IEntityTypeConfiguration<PostDraft>,
    IEntityTypeConfiguration<PostQuestion>, IEntityTypeConfiguration<PostReport>, IEntityTypeConfiguration<PersonMute>, IEntityTypeConfiguration<WritingStop>
{
    public void Configure(EntityTypeBuilder<DiscussionAct> act)
    {
        act.HasIndex(a => new { a.DiscussionId, a.AfterSequence });
        act.HasOne<Discussion>().WithMany().HasForeignKey(a => a.DiscussionId).OnDelete(DeleteBehavior.Cascade);
        act.HasOne<Person>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<MovedPost> moved)
    {
        moved.HasKey(m => new { m.DiscussionId, m.Sequence });
        moved.HasOne<Post>().WithMany().HasForeignKey(m => m.PostId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PostRevision> revision)
    {
        revision.HasKey(r => new { r.PostId, r.Number });
        revision.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RemovedText> removed)
    {
        removed.HasKey(r => r.PostId);
        removed.HasIndex(r => r.Until);
        removed.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PostReaction> reaction)
    {
        reaction.HasKey(r => new { r.PostId, r.PersonId, r.Kind });
        reaction.HasIndex(r => r.PersonId);
        reaction.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
        reaction.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PostMention> mention)
    {
        mention.HasKey(m => new { m.PostId, m.PersonId });
        mention.HasIndex(m => m.PersonId);
        mention.HasOne<Post>().WithMany().HasForeignKey(m => m.PostId).OnDelete(DeleteBehavior.Cascade);
        mention.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PostAttachment> attachment)
    {
        attachment.HasOne<Post>().WithMany().HasForeignKey(a => a.PostId).OnDelete(DeleteBehavior.Cascade);
        attachment.HasOne<PostAttachmentFile>().WithOne().HasForeignKey<PostAttachmentFile>(f => f.AttachmentId);
    }

    public void Configure(EntityTypeBuilder<PostAttachmentFile> file) => file.HasKey(f => f.AttachmentId);

    public void Configure(EntityTypeBuilder<PostTranslation> translation)
    {
        translation.HasIndex(t => new { t.PostId, t.Language }).IsUnique();
        translation.HasOne<Post>().WithMany().HasForeignKey(t => t.PostId).OnDelete(DeleteBehavior.Cascade);
        translation.HasOne<Person>().WithMany().HasForeignKey(t => t.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ThreadRead> read)
    {
        read.HasKey(r => new { r.PersonId, r.DiscussionId });
        read.HasOne<Discussion>().WithMany().HasForeignKey(r => r.DiscussionId).OnDelete(DeleteBehavior.Cascade);
        read.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PostQuestion> question)
    {
        question.HasKey(q => new { q.PostId, q.PersonId });
        question.HasIndex(q => new { q.PersonId, q.State });
        question.HasOne<Post>().WithMany().HasForeignKey(q => q.PostId).OnDelete(DeleteBehavior.Cascade);
        question.HasOne<Person>().WithMany().HasForeignKey(q => q.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PostReport> report)
    {
        report.HasIndex(r => new { r.State, r.Id });
        report.HasIndex(r => r.ReporterId);
        report.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
        report.HasOne<Person>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.SetNull);
        report.HasOne<Person>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<PersonMute> mute)
    {
        mute.HasKey(m => new { m.PersonId, m.MutedId });
        mute.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
        mute.HasOne<Person>().WithMany().HasForeignKey(m => m.MutedId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WritingStop> stop)
    {
        stop.HasKey(s => s.PersonId);
        stop.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        stop.HasOne<Person>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<PostDraft> draft)
    {
        draft.HasKey(d => new { d.PersonId, d.DiscussionId });
        draft.HasOne<Discussion>().WithMany().HasForeignKey(d => d.DiscussionId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
