using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>The operator's commands for accounts and tokens.</summary>
public sealed class AccountCommandTests(SeededFolder seeded) : IClassFixture<SeededFolder>
{
    [Fact]
    public async Task Accounts_are_added_once_with_a_real_role_and_address()
    {
        using var folder = seeded.Copy();
        Task<Ended> Add(string email, string role) => PortalProcess.RunAsync(folder.Path, "user", "add", email, "--role", role);

        Assert.Equal(0, (await Add("neu@stadt.example", "cityOffice")).Code);
        var twice = await Add("neu@stadt.example", "cityOffice");
        Assert.Equal(1, twice.Code);
        Assert.Contains("already", twice.Output);
        var role = await Add("anders@stadt.example", "koenigin");
        Assert.Equal(1, role.Code);
        Assert.Contains("expertMember", role.Output);
        Assert.Equal(1, (await Add("keine adresse", "staff")).Code);
    }

    [Fact]
    public async Task Passwords_come_from_standard_input_and_are_long()
    {
        using var folder = seeded.Copy();
        Task<Ended> Set(string email, string input) => PortalProcess.RunAsync(folder.Path, input, ["user", "password", email]);

        Assert.Equal(0, (await Set(Cast.Member, "ein langes neues Passwort\n")).Code);
        var tooShort = await Set(Cast.Member, "kurz\n");
        Assert.Equal(1, tooShort.Code);
        Assert.Contains("12", tooShort.Output);
        Assert.Equal(1, (await Set("niemand@demo.example", "ein langes neues Passwort\n")).Code);
    }

    [Fact]
    public async Task A_token_is_printed_for_an_account_that_exists()
    {
        using var folder = seeded.Copy();
        var token = await PortalProcess.RunAsync(folder.Path, "token", "create", Cast.Member);
        Assert.Equal(0, token.Code);
        Assert.Matches("^beirat_[A-Za-z0-9_-]{43}\\s*$", token.Output);
        Assert.Equal(1, (await PortalProcess.RunAsync(folder.Path, "token", "create", "niemand@demo.example")).Code);
    }
}
