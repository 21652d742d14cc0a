using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Endorsements;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Ledger;

/// <summary>What the form holds.</summary>
public sealed class EndorseForm
{
    /// <summary>A slug.</summary>
    public string? Topic { get; set; }

    public string? Text { get; set; }

    public string? Language { get; set; }
}

/// <summary>A member speaks for another one.</summary>
public sealed partial class EndorsePage
{
    [Inject]
    public EndorsementQuery Query { get; set; } = default!;

    [Inject]
    public EndorsementHandler Handler { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    [SupplyParameterFromForm(FormName = "referenz")]
    public EndorseForm? Entry { get; set; }

    private EndorsementForm? Form { get; set; }

    private Dictionary<string, string> Errors { get; set; } = [];

    protected override async Task LoadAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path)));
            return;
        }

        Entry ??= new EndorseForm { Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName };
        Form = await Query.FormAsync(Viewer, Slug, Gone);
        if (Form is null) Navigation.NotFound();
    }

    private async Task SendAsync()
    {
        if (TokenRefused || Form is null) return;
        switch (await Handler.RunAsync(Viewer, new Endorse(Slug, Entry!.Topic, Entry.Text, Entry.Language ?? string.Empty), Gone))
        {
            case Outcome<string>.Done done:
                Navigation.NavigateTo($"/mitglieder/{done.Value}/referenz?gespeichert=1");
                break;
            case Outcome<string>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
