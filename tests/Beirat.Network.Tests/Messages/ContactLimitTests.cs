using Beirat.Network.Common;
using Beirat.Network.Messages;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Messages;

/// <summary>Who can be written to, and how often.</summary>
public sealed class ContactLimitTests : SeededCouncil
{
    [Theory]
    [InlineData("aylin-demirtas", null, true)]
    [InlineData("aylin-demirtas", "tuerkisch-deutscher-frauenverein", true)]
    [InlineData("aylin-demirtas", "balkan-bruecke", false)]
    [InlineData("goran-ilic", "polnisch-deutsche-gesellschaft", false)]
    [InlineData("tabea-wiesgrund", null, false)]
    [InlineData("gibt-es-nicht", null, false)]
    [InlineData("aylin-demirtas", "gibt-es-nicht", false)]
    public async Task Only_the_council_and_whoever_speaks_for_an_organisation_can_be_written_to(string person, string? organization, bool expected) =>
        Assert.Equal(expected, await Network.AskAsync((RecipientQuery q) => q.RunAsync(Viewer.Public, person, organization)) is not null);

    [Fact]
    public async Task Nobody_writes_to_themselves() =>
        Assert.Null(await Network.AskAsync((RecipientQuery q) => q.RunAsync(Viewers.Member, "aylin-demirtas")));

    [Fact]
    public async Task Visitors_write_to_one_person_so_often_in_a_day_and_people_with_account_go_on()
    {
        for (var i = 0; i < MessageLimits.Usual.ToPerson; i++) await Network.BeginAsync($"Nummer {i}");

        Assert.Equal(Refusal.RecipientHasEnough, await RefusalAsync("Zu viel"));
        var (_, secret) = await Network.BeginAsync("An eine andere Person", person: "murat-kocabas");
        Assert.IsType<Outcome<int>.Done>(await Network.GoOnAsync(Viewer.Public, ConversationKey.Behind(secret), "Noch etwas"));
        Network.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await RefusalAsync("Am nächsten Tag"));
    }

    [Fact]
    public async Task Writing_on_counts_too()
    {
        var (_, secret) = await Network.BeginAsync("Anfang");
        for (var i = 1; i < MessageLimits.Usual.ToPerson; i++) await Network.BeginAsync($"Nummer {i}");

        var outcome = Assert.IsType<Outcome<int>.Refused>(await Network.GoOnAsync(Viewer.Public, ConversationKey.Behind(secret), "Noch etwas"));

        Assert.Equal(Refusal.RecipientHasEnough, outcome.Reason);
    }

    [Fact]
    public async Task One_mail_address_is_used_so_often_in_a_day_however_it_is_spelled()
    {
        for (var i = 0; i < MessageLimits.Usual.FromMail; i++) await Network.BeginAsync($"Nummer {i}", "Bodo@Verein.example");

        Assert.Equal(Refusal.MailUsedTooOften, await RefusalAsync("Zu viel", "bodo@verein.EXAMPLE"));
        Assert.Null(await RefusalAsync("Ohne Adresse"));
        Network.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await RefusalAsync("Am nächsten Tag", "bodo@verein.example"));
    }

    private async Task<Refusal?> RefusalAsync(string text, string? mail = null) =>
        (await Network.WriteAsync(Viewer.Public, ConversationLink.NewSecret(), text, mail) as Outcome<Guid>.Refused)?.Reason;
}
