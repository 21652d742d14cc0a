using Beirat.Network.Common;
using Beirat.Network.Privacy;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Privacy;

public sealed class PersonErasureEntry
{
    public string? Name { get; set; }
}

/// <summary>Staff erases somebody, on their word. The name is typed in full.</summary>
public sealed partial class PersonErasurePage
{
    [Inject]
    public ErasureHandler Handler { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    public string? Erledigt { get; set; }

    [SupplyParameterFromForm(FormName = "person-loeschen")]
    public PersonErasureEntry? Entry { get; set; }

    private ErasureView? View { get; set; }

    /// <summary>Where the name still stands, after the erasure.</summary>
    private Mentions? Remaining { get; set; }

    private IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    protected override async Task LoadAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        Entry ??= new PersonErasureEntry();
        View = await Handler.OfAsync(Viewer, Slug, Gone);
        if (View is null && (Erledigt is null || !Viewer.IsStaff)) Navigation.NotFound();
    }

    private async Task EraseAsync()
    {
        if (TokenRefused || View is null) return;
        switch (await Handler.RunAsync(Viewer, new PersonErasure(Slug, Entry!.Name ?? string.Empty), Gone))
        {
            case Outcome<Mentions>.Done { Value: { Count: > 0 } mentions }:
                // Told in this answer alone: no address and no record holds the name.
                (View, Remaining) = (null, mentions);
                break;
            case Outcome<Mentions>.Done:
                // The address must not tell in the browser's history whom it was.
                Navigation.NavigateTo("/verwaltung/personen/ehemalig/loeschen?erledigt=1");
                break;
            case Outcome<Mentions>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case Outcome<Mentions>.Refused:
                Context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
