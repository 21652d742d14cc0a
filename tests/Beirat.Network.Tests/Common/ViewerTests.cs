using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Xunit;

namespace Beirat.Network.Tests.Common;

public sealed class ViewerTests
{
    [Theory]
    [InlineData(AccountRole.Staff, 4)]
    [InlineData(AccountRole.Administrator, 4)]
    [InlineData(AccountRole.ExpertMember, 3)]
    [InlineData(AccountRole.Deputy, 3)]
    [InlineData(AccountRole.CouncilMember, 3)]
    [InlineData(AccountRole.OrganizationRepresentative, 2)]
    [InlineData(AccountRole.CityOffice, 1)]
    public void A_role_opens_its_audience_and_those_below(AccountRole role, int audiences)
    {
        var viewer = new Viewer(Guid.CreateVersion7(), null, [role]);

        Assert.Equal(Enum.GetValues<Audience>().Take(audiences), viewer.Audiences);
    }

    [Fact]
    public void Every_role_has_been_thought_of() =>
        Assert.Equal(7, Enum.GetValues<AccountRole>().Length);

    [Fact]
    public void The_highest_of_several_roles_counts()
    {
        var viewer = new Viewer(Guid.CreateVersion7(), null, [AccountRole.OrganizationRepresentative, AccountRole.Deputy]);

        Assert.True(viewer.Sees(Audience.Members));
        Assert.False(viewer.IsStaff);
    }

    [Fact]
    public void Who_is_not_signed_in_sees_what_is_public()
    {
        Assert.Equal([Audience.Public], Viewer.Public.Audiences);
        Assert.False(Viewer.Public.IsSignedIn);
    }

    [Fact]
    public void An_account_without_roles_sees_no_more_than_the_public() =>
        Assert.Equal([Audience.Public], new Viewer(Guid.CreateVersion7(), Guid.CreateVersion7(), []).Audiences);
}
