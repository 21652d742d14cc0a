using Beirat.Network.Common;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Consents;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.People;

/// <summary>One person.</summary>
public sealed partial class PersonPage
{
    [Inject]
    public PersonPageQuery Query { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    /// <summary>An audience: the owner of the page sees it as they do.</summary>
    [SupplyParameterFromQuery]
    public string? Ansicht { get; set; }

    private PersonView? View { get; set; }

    private bool IsOwn { get; set; }

    private Audience? ViewedAs { get; set; }

    protected override async Task LoadAsync()
    {
        View = await Query.RunAsync(Viewer, Slug, Gone);
        if (View is null)
        {
            Navigation.NotFound();
            return;
        }

        IsOwn = View.Id == Viewer.PersonId;
        if (!IsOwn || ViewAs.Parse(Ansicht) is not { } audience) return;
        ViewedAs = audience;
        View = await Query.RunAsync(Viewer.Of(audience), Slug, Gone);
    }

    private static string Lasted(HeldRole role) => role.Until is { } until
        ? Say.Format(PeopleTexts.RolePeriod, When.Month(role.From), When.Month(until))
        : Say.Format(PeopleTexts.RoleSince, When.Month(role.From));
}
