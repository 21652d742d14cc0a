using Beirat.Network.People;
using Xunit;

namespace Beirat.Network.Tests.People;

public sealed class ProfessionSchemeTests
{
    [Theory]
    [InlineData("Innenarchitekt", "Architektin")]
    [InlineData("Innenarchitektin", "Architekt")]
    [InlineData("Innenarchitekt", "Innenarchitektin")]
    [InlineData("Zahnärztin", "Arzt")]
    [InlineData("Maschinenbauingenieurin", "Ingenieur")]
    public void A_compound_is_found_by_each_form_of_what_it_ends_with(string title, string form) =>
        Assert.Contains(form, ProfessionScheme.AllForms(title).Split(' '));

    [Theory]
    [InlineData("Architektin", "Innenarchitekt")]
    [InlineData("Maschinenbauingenieur", "Bauingenieur")]
    public void It_is_not_taken_for_something_else(string title, string form) =>
        Assert.DoesNotContain(form, ProfessionScheme.AllForms(title).Split(' '));
}
