using Beirat.Network.Common;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Council;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Organizations;

public sealed class RecordEntry : MandateEntry
{
    public string? Role { get; set; }
}

/// <summary>Dated roles and relations of an organisation, kept by staff.</summary>
public sealed partial class RecordsPage
{
    [Inject]
    public OrganizationStaffQuery Query { get; set; } = default!;

    [Inject]
    public OrganizationListQuery Organizations { get; set; } = default!;

    [Inject]
    public MembershipChangeHandler Handler { get; set; } = default!;

    [Inject]
    public PersonSearch People { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    /// <summary>Why a change of a relation or an end was refused.</summary>
    [SupplyParameterFromQuery(Name = "fehler")]
    public string? Refused { get; set; }

    /// <summary>The field that was refused; the following hold what was typed.</summary>
    [SupplyParameterFromQuery]
    public string? Bei { get; set; }

    [SupplyParameterFromQuery]
    public string? Verbindung { get; set; }

    [SupplyParameterFromQuery]
    public string? Mit { get; set; }

    [SupplyParameterFromQuery]
    public string? Seit { get; set; }

    [SupplyParameterFromQuery]
    public string? Bis { get; set; }

    [SupplyParameterFromForm(FormName = "neue-rolle")]
    public RecordEntry? Entry { get; set; }

    private OrganizationRecords? Records { get; set; }

    private IReadOnlyList<KeyValuePair<string, string>> Others { get; set; } = [];

    private Dictionary<string, string> Errors { get; set; } = [];

    private IReadOnlyList<FoundPerson>? Found { get; set; }

    private bool FoundMore { get; set; }

    // What came with the form that was just sent is told, not what was said about an earlier one.
    private RecordFault? Fault => Errors.Count == 0 && Bei is { } at && Enum.TryParse<Refusal>(Refused, out var reason) && Enum.IsDefined(reason)
        ? new RecordFault(at, Say.Refusal(reason), Verbindung, Mit, Seit, Bis) : null;

    private Dictionary<string, string> All => Fault is { } fault ? new() { [fault.Field] = fault.Message } : Errors;

    private static IEnumerable<KeyValuePair<string, string>> Kinds => Enum.GetValues<OrganizationKind>().Select(k => KeyValuePair.Create(k.ToString(), Say.Kind(k)));

    private static IEnumerable<KeyValuePair<string, string>> Roles => Enum.GetValues<MembershipRole>().Select(r => KeyValuePair.Create(r.ToString(), Say.Role(r)));

    protected override async Task LoadForStaffAsync()
    {
        Entry ??= new RecordEntry();
        Records = await Query.RunAsync(Viewer, Slug, Gone);
        if (Records is null) Navigation.NotFound();
        else Others = [.. (await Organizations.NamesAsync(Gone)).Where(o => o.Slug != Slug).Select(o => KeyValuePair.Create(o.Slug, o.Name))];
    }

    private async Task AddAsync()
    {
        if (Records is null) return;
        if (Given(Entry!.Search) is { } words) (Found, FoundMore) = await People.RunAsync(Viewer, words, Gone);
        if (TokenRefused || Entry.Step == "search") return;
        var from = Day("from", Entry.From, required: true);
        var until = Day("until", Entry.Until, required: false);
        if (!Enum.TryParse<MembershipRole>(Entry.Role, out var role) || !Enum.IsDefined(role)) Errors["role"] = Say.Refusal(Refusal.Empty);
        if (!Guid.TryParse(Entry.PersonId, out _) && !Entry.NamesSomebody) Errors["person"] = MandateTexts.ChoosePerson;
        if (Errors.Count == 0) await TryAsync(new MembershipStart(Slug, Entry.Pick(), role, new Period(from!.Value, until)));
        if (Errors.Count > 0) Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private async Task TryAsync(MembershipStart command)
    {
        switch (await Handler.RunAsync(Viewer, command, Gone))
        {
            case Outcome<Guid>.Done:
                Navigation.NavigateTo($"/verwaltung/organisationen/{Slug}?gespeichert=1");
                break;
            case Outcome<Guid>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                if (invalid.Fields.Values.Contains(Refusal.NamesakeOnRecord))
                    (Found, FoundMore, Entry!.OffersAnew) = (await People.NamesakesAsync(Viewer, Entry.Name, Gone), false, true);
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private DateOnly? Day(string field, string? text, bool required)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) Errors[field] = Say.Refusal(Refusal.Empty);
            return null;
        }

        if (Typed.TryDay(text, out var day)) return day;
        Errors[field] = Say.Refusal(Refusal.NotADate);
        return null;
    }
}
