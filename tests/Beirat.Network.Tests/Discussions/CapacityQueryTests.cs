using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

public sealed class CapacityQueryTests(SeededCouncil council) : IClassFixture<SeededCouncil>
{
    [Fact]
    public async Task A_member_with_a_chair_chooses_between_seat_association_and_nobody_but_herself()
    {
        var association = SeedIds.Of("organization", "tuerkisch-deutscher-frauenverein");

        Assert.Equal(["member-4", $"organization-{association}", "private"], await KeysAsync(Viewers.Member));
    }

    [Fact]
    public async Task A_deputy_speaks_for_the_seat() => Assert.Equal("deputy-4", (await KeysAsync(Viewers.Deputy))[0]);

    [Fact]
    public async Task A_former_member_speaks_for_the_association_but_not_for_the_seat()
    {
        var keys = await KeysAsync(Viewers.Of("ewa-nowicka"));

        Assert.Equal([$"organization-{SeedIds.Of("organization", "polnisch-deutsche-gesellschaft")}", "private"], keys);
    }

    [Theory]
    [InlineData("goran-ilic")]
    [InlineData("nobody")]
    public async Task Who_has_no_role_speaks_privately(string person) => Assert.Equal(["private"], await KeysAsync(Viewers.Of(person)));

    [Fact]
    public async Task Who_is_not_a_person_here_speaks_privately() =>
        Assert.Equal(["private"], await KeysAsync(new Viewer(Guid.CreateVersion7(), null, [])));

    [Fact]
    public async Task A_plain_member_of_an_association_does_not_speak_for_it()
    {
        await using var db = council.Network.Db();
        var plain = await db.Memberships.Where(m => m.Role == Organizations.MembershipRole.Member && m.Until == null).ToListAsync();

        Assert.NotEmpty(plain);
        foreach (var membership in plain)
        {
            var speaking = await db.Memberships.AnyAsync(m => m.PersonId == membership.PersonId && m.OrganizationId == membership.OrganizationId
                && m.Role != Organizations.MembershipRole.Member && m.Until == null);
            var keys = await KeysAsync(new Viewer(Guid.CreateVersion7(), membership.PersonId, []));
            Assert.Equal(speaking, keys.Contains($"organization-{membership.OrganizationId}"));
        }
    }

    [Fact]
    public async Task What_was_said_for_a_seat_stays_said_for_it()
    {
        await using var db = council.Network.Db();
        var author = SeedIds.Of("person", "ewa-nowicka");

        Assert.True(await db.Posts.AnyAsync(p => p.AuthorId == author && p.Capacity.Kind == CapacityKind.Member && p.Capacity.SeatNumber == 11));
    }

    private Task<List<string>> KeysAsync(Viewer viewer) =>
        council.Network.AskAsync(async (CapacityQuery q) => (await q.RunAsync(viewer)).Select(c => c.Key).ToList());
}
