using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Staff;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Council;

/// <summary>
/// Form, preview, confirmation: the way of every change of a seat, in one page and without script. Whoever comes second
/// sees what the first one did and keeps what they typed.
/// </summary>
public abstract class MandateFormPage : StaffOnlyPage
{
    protected const string Form = "mandat";

    private static readonly string[] Fields = ["lastDay", "person", "given", "family", "from", "until"];

    [Inject]
    public StaffSeatQuery Seats { get; set; } = default!;

    [Inject]
    public ChangeQuery Changes { get; set; } = default!;

    [Inject]
    public PersonSearch People { get; set; } = default!;

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromForm(FormName = Form)]
    public MandateEntry? Entry { get; set; }

    protected StaffSeat? Seat { get; private set; }

    /// <summary>What must be corrected, in the order of the fields on the page.</summary>
    protected SortedDictionary<string, string> Errors { get; } = new(Comparer<string>.Create((one, other) => Array.IndexOf(Fields, one) - Array.IndexOf(Fields, other)));

    protected MandatePreview? Preview { get; private set; }

    /// <summary>What others did since the form was made; null while it is up to date.</summary>
    protected IReadOnlyList<ChangeView>? News { get; private set; }

    /// <summary>Who was found; null when nobody searched.</summary>
    protected IReadOnlyList<FoundPerson>? Found { get; private set; }

    protected bool FoundMore { get; private set; }

    /// <summary>Whether the address makes sense for the seat as it is now.</summary>
    protected abstract bool Fits { get; }

    protected abstract bool AsksForPerson { get; }

    protected abstract Task<Outcome<MandatePreview>> PreviewAsync();

    protected abstract Task<Outcome<Guid>> RunAsync();

    protected override async Task LoadForStaffAsync()
    {
        Seat = await Seats.OneAsync(Viewer, Number, Gone);
        var sent = Entry is not null && Seat is not null;
        Entry ??= new MandateEntry { Version = Seat?.Version ?? 0 };
        if (Seat is not null && !Fits)
        {
            // What the form was about is gone: because of somebody else, or because the address was guessed.
            if (sent && Entry.Version != Seat.Version) await BeStaleAsync(Seat.Version);
            else Seat = null;
        }

        if (Seat is null) Navigation.NotFound();
    }

    protected async Task SubmitAsync()
    {
        if (Seat is null || !Fits) return;
        if (AsksForPerson && (TokenRefused || Entry!.Step is "search" or "back")) await SearchAsync();
        if (TokenRefused || Entry!.Step is "search" or "back") return;
        await CheckAsync();
        if (Errors.Count > 0) Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        else if (Entry.Step == "confirm") await ShowAsync(await RunAsync(), id => Navigation.NavigateTo($"/verwaltung/beirat/aenderungen/{id}?neu=1"));
        else await ShowAsync(await PreviewAsync(), preview => Preview = preview);
    }

    protected string? Error(string field) => Errors.GetValueOrDefault(field);

    /// <summary>A day that was typed; notes an error when it cannot be read.</summary>
    protected DateOnly Day(string field, string? text, bool required = true)
    {
        if (Given(text) is not { } given)
        {
            if (required) Errors[field] = Say.Refusal(Refusal.Empty);
        }
        else if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        else
        {
            Errors[field] = MandateTexts.BadDate;
        }

        return default;
    }

    /// <summary>Notes what is wrong with the fields themselves.</summary>
    protected abstract void CheckFields();

    private async Task CheckAsync()
    {
        CheckFields();
        if (!AsksForPerson) return;
        await SearchAsync();
        if (Guid.TryParse(Entry!.PersonId, out var id))
        {
            if (Entry.NamesSomebody && !await IsNamesakeAsync(id)) Errors["person"] = MandateTexts.EitherOr;
        }
        else if (!Entry.NamesSomebody)
        {
            Errors["person"] = Found?.Count > 0 ? MandateTexts.ChooseFound : MandateTexts.ChoosePerson;
        }
    }

    /// <summary>Somebody was to be new and turned out to be on record: the name that was typed is theirs.</summary>
    private async Task<bool> IsNamesakeAsync(Guid chosen)
    {
        if ((await People.NamesakesAsync(Viewer, Entry!.Name, Gone)).All(p => p.Id != chosen)) return false;
        (Entry.Given, Entry.Family) = (null, null);
        return true;
    }

    private async Task ShowAsync<T>(Outcome<T> outcome, Action<T> done)
    {
        Context.Response.StatusCode = OutcomeResults.StatusOf(outcome) ?? Context.Response.StatusCode;
        switch (outcome)
        {
            case Outcome<T>.Done success:
                done(success.Value);
                break;
            case Outcome<T>.Invalid invalid:
                foreach (var (field, reason) in invalid.Fields) Errors[field] = Say.Refusal(reason);
                if (invalid.Fields.Values.Contains(Refusal.NamesakeOnRecord)) await OfferNamesakesAsync();
                break;
            case Outcome<T>.Stale stale:
                await BeStaleAsync(stale.Version);
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private async Task OfferNamesakesAsync()
    {
        (Found, FoundMore, Entry!.OffersAnew) = (await People.NamesakesAsync(Viewer, Entry.Name, Gone), false, true);
    }

    private async Task BeStaleAsync(int version)
    {
        News = await Changes.SinceAsync(Viewer, Number, Entry!.Version, Gone);
        Entry.Version = version;
        Seat = await Seats.OneAsync(Viewer, Number, Gone);
        Context.Response.StatusCode = StatusCodes.Status409Conflict;
    }

    private async Task SearchAsync()
    {
        // Somebody who was chosen stays in the list, also when the words were changed since.
        var chosen = Guid.TryParse(Entry!.PersonId, out var id) ? await People.OneAsync(Viewer, id, Gone) : null;
        if (Given(Entry.Search) is { } words) (Found, FoundMore) = await People.RunAsync(Viewer, words, Gone);
        if (chosen is not null) Found = [chosen, .. (Found ?? []).Where(p => p.Id != chosen.Id)];
    }
}
