using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beirat.Network.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<EndedSession>, IEntityTypeConfiguration<SharedKey>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.PrimitiveCollection(a => a.Roles).HasField("_roles").ElementType().HasConversion<string>();
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<EndedSession> session)
    {
        session.ToTable("EndedSessions");
        session.HasIndex(s => s.At);
    }

    public void Configure(EntityTypeBuilder<SharedKey> key)
    {
        key.ToTable("SharedKeys").HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.Property(t => t.Hash).HasMaxLength(64);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
