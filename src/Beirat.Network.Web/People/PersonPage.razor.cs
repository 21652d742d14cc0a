using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.People;

/// <summary>One person.</summary>
public sealed partial class PersonPage
{
    [Inject]
    public PersonPageQuery Query { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    private PersonView? View { get; set; }

    protected override async Task OnInitializedAsync()
    {
        View = await Query.RunAsync(Viewer, Slug, Gone);
        if (View is null) Navigation.NotFound();
    }

    private static string Lasted(HeldRole role) => role.Until is { } until
        ? Say.Format(PeopleTexts.RolePeriod, When.Month(role.From), When.Month(until))
        : Say.Format(PeopleTexts.RoleSince, When.Month(role.From));
}
