using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Layout;
using Beirat.Network.Web.Profile;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Consents;

public sealed class VisibilityRow
{
    public ProfileField Field { get; set; }

    /// <summary>Name of an audience; empty: nobody.</summary>
    public string? Audience { get; set; }

    public bool Findable { get; set; }
}

public sealed class VisibilityEntry
{
    public List<VisibilityRow> Rows { get; set; } = [];

    public bool Agreed { get; set; }
}

/// <summary>Who sees which part of one's own profile, and the ledger of it.</summary>
public sealed partial class VisibilityPage
{
    [Inject]
    public VisibilityQuery Query { get; set; } = default!;

    [Inject]
    public VisibilityChangeHandler Handler { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    [SupplyParameterFromForm(FormName = "sichtbarkeit")]
    public VisibilityEntry? Entry { get; set; }

    private VisibilityView? View { get; set; }

    private Dictionary<string, string> Errors { get; set; } = [];

    private static IEnumerable<KeyValuePair<string, string>> AudienceChoices =>
        Audiences.All.Reverse().Select(a => KeyValuePair.Create(a.ToString(), Say.Audience(a)));

    protected override async Task LoadAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", "/konto/sichtbarkeit")));
            return;
        }

        View = await Query.RunAsync(Viewer, Gone);
        if (View is null) Navigation.NotFound();
        else Entry = FormOf(View, Entry);
    }

    // A form of an older page may lack a part: it then stands as it is stored.
    private static VisibilityEntry FormOf(VisibilityView view, VisibilityEntry? sent)
    {
        var typed = sent?.Rows.GroupBy(r => r.Field).ToDictionary(g => g.Key, g => g.Last()) ?? [];
        return new VisibilityEntry
        {
            Agreed = sent?.Agreed ?? false,
            Rows = [.. view.Fields.Select(f => typed.GetValueOrDefault(f.Field) ?? new VisibilityRow
            {
                Field = f.Field, Audience = f.Audience?.ToString(), Findable = f.Findable || f.Audience is null,
            })],
        };
    }

    private async Task SaveAsync()
    {
        if (TokenRefused || View is null) return;
        var choices = Entry!.Rows.ToDictionary(r => r.Field, r => new FieldChoice(AudienceOf(r), r.Findable));
        switch (await Handler.RunAsync(Viewer, new VisibilityChange(choices, Entry.Agreed), Gone))
        {
            case Outcome<int>.Done:
                Navigation.NavigateTo("/konto/sichtbarkeit?gespeichert=1");
                break;
            case Outcome<int>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private static Audience? AudienceOf(VisibilityRow row) => Enum.TryParse<Audience>(row.Audience, out var audience) && Enum.IsDefined(audience) ? audience : null;

    private static string Glimpse(FieldVisibility field) => field switch
    {
        { Content.Length: 0 } => Say.FieldHint(field.Field),
        { Field: ProfileField.Photo } => Say.Format(ProfileTexts.PhotoSince, When.Day(DateOnly.Parse(field.Content, CultureInfo.InvariantCulture))),
        { Field: ProfileField.Languages } => Say.Languages(field.Content.Split(", ")),
        _ => field.Content,
    };

    private static string LanguageOf(FieldVisibility field) =>
        field is { Content.Length: 0 } or { Field: ProfileField.Languages or ProfileField.Photo } ? InterfaceLanguages.Current : Languages.Default;

    private static string Since(DateTimeOffset since, DateOnly? until) => until is { } last
        ? Say.Format(ConsentsTexts.SinceUntil, When.Day(since), When.Day(last))
        : Say.Format(ConsentsTexts.Since, When.Day(since));

    private static string State(ConsentLine line) => line switch
    {
        { WithdrawnAt: { } at } => Say.Format(ConsentsTexts.WithdrawnOn, When.Time(at)),
        { Holds: false, ExpiresOn: { } on } => Say.Format(ConsentsTexts.ExpiredOn, When.Day(on)),
        { ExpiresOn: { } on } => Say.Format(ConsentsTexts.HoldsUntil, When.Day(on)),
        _ => ConsentsTexts.Holds,
    };
}
