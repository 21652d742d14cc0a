using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Organizations;
using Beirat.Network.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Testing;

/// <summary>Changes to who is connected with whom, and who sees it.</summary>
public static class Connections
{
    private static readonly DateTimeOffset At = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The person shows these parts to members of the council only.</summary>
    public static Task ShowToMembersAsync(this PortalFactory portal, string slug, params ProfileField[] fields) => portal.ChangeAsync(async db =>
    {
        var person = await db.People.Include(p => p.Consents).FirstAsync(p => p.Slug == slug);
        foreach (var field in fields) person.Allow(field, ConsentPurpose.Showing, Audience.Members, new ConsentTerms(1, At, null));
    });

    /// <summary>A new association that works on a topic and is a member of another organisation.</summary>
    public static Task AddOrganizationAsync(this PortalFactory portal, string slug, string name, string topic, string memberOf) => portal.ChangeAsync(db =>
    {
        var organization = new Organization(Guid.CreateVersion7(), slug, name, OrganizationKind.Association);
        organization.WorkOn(SeedIds.Of("topic", topic));
        db.Add(organization);
        db.Add(new OrganizationRelation(
            Guid.CreateVersion7(), organization.Id, SeedIds.Of("organization", memberOf), OrganizationRelationKind.MemberOf, new DateOnly(2019, 5, 1), null));
        return Task.CompletedTask;
    });
}
