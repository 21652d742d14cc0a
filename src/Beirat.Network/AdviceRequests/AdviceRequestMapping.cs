using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.AdviceRequests;

internal sealed class AdviceRequestMapping :
    IEntityTypeConfiguration<AdviceRequest>, IEntityTypeConfiguration<AdviceTopic>, IEntityTypeConfiguration<AdviceAssignment>,
    IEntityTypeConfiguration<AdviceVersion>, IEntityTypeConfiguration<AdviceComment>, IEntityTypeConfiguration<AdviceReminder>,
    IEntityTypeConfiguration<AdviceAttachment>, IEntityTypeConfiguration<AdviceAttachmentFile>
{
    public void Configure(EntityTypeBuilder<AdviceRequest> request)
    {
        request.ToTable("AdviceRequests");
        request.Property(r => r.Language).HasMaxLength(10);
        request.HasIndex(r => new { r.State, r.Deadline, r.Id });
        request.HasIndex(r => new { r.AskedAt, r.Id });
        request.HasIndex(r => r.AccountId);
        request.Ignore(r => r.IsDelivered);
        request.Ignore(r => r.RefusalToWithdraw);
        request.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.SetNull);
        request.HasMany(r => r.Topics).WithOne().HasForeignKey(t => t.RequestId);
        request.HasMany(r => r.Assignments).WithOne().HasForeignKey(a => a.RequestId);
    }

    public void Configure(EntityTypeBuilder<AdviceTopic> topic)
    {
        topic.ToTable("AdviceTopics");
        topic.HasKey(t => new { t.RequestId, t.TopicId });
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AdviceAssignment> assignment)
    {
        assignment.ToTable("AdviceAssignments");
        assignment.HasIndex(a => new { a.RequestId, a.PersonId }).IsUnique();
        assignment.HasIndex(a => new { a.PersonId, a.AskedAt });
        assignment.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<AdviceVersion> version)
    {
        version.ToTable("AdviceVersions");
        version.Property(v => v.Language).HasMaxLength(10);
        version.HasIndex(v => new { v.RequestId, v.Number }).IsUnique();
        version.HasOne<AdviceRequest>().WithMany().HasForeignKey(v => v.RequestId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AdviceComment> comment)
    {
        comment.ToTable("AdviceComments");
        comment.HasIndex(c => new { c.RequestId, c.Key }).IsUnique();
        comment.HasOne<AdviceRequest>().WithMany().HasForeignKey(c => c.RequestId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AdviceAttachment> attachment)
    {
        attachment.ToTable("AdviceAttachments");
        attachment.HasIndex(a => new { a.RequestId, a.Part });
        attachment.HasIndex(a => a.AddedById);
        attachment.HasOne<AdviceRequest>().WithMany().HasForeignKey(a => a.RequestId).OnDelete(DeleteBehavior.Cascade);
        attachment.HasOne<AdviceAttachmentFile>().WithOne().HasForeignKey<AdviceAttachmentFile>(f => f.AttachmentId);
    }

    // Apart from their names, so that no list reads them.
    public void Configure(EntityTypeBuilder<AdviceAttachmentFile> file) => file.ToTable("AdviceAttachmentFiles").HasKey(f => f.AttachmentId);

    public void Configure(EntityTypeBuilder<AdviceReminder> reminder)
    {
        reminder.ToTable("AdviceReminders");
        // Whoever notes a step first has taken it: none is sent twice, on whichever node and after whichever restart.
        reminder.HasIndex(r => new { r.SubjectId, r.Step, r.AccountId }).IsUnique();
        reminder.HasIndex(r => r.RequestId);
        reminder.HasOne<AdviceRequest>().WithMany().HasForeignKey(r => r.RequestId).OnDelete(DeleteBehavior.Cascade);
    }
}
