using Beirat.Network.Common;
using Beirat.Network.Organizations;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Organizations;

public sealed class NewOrganizationEntry
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public bool Anyway { get; set; }
}

/// <summary>Puts an organisation on record; what it tells about itself is filled in next.</summary>
public sealed partial class NewOrganizationPage
{
    [Inject]
    public OrganizationStartHandler Handler { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "neue-organisation")]
    public NewOrganizationEntry? Entry { get; set; }

    private IReadOnlyList<NamedLink> Namesakes { get; set; } = [];

    private Dictionary<string, string> Errors { get; set; } = [];

    private static IEnumerable<KeyValuePair<string, string>> Kinds => Enum.GetValues<OrganizationKind>().Select(k => KeyValuePair.Create(k.ToString(), Say.Kind(k)));

    protected override Task LoadForStaffAsync()
    {
        Entry ??= new NewOrganizationEntry();
        return Task.CompletedTask;
    }

    private async Task AddAsync()
    {
        if (TokenRefused || !Viewer.IsStaff) return;
        var kind = Enum.TryParse<OrganizationKind>(Entry!.Kind, out var chosen) ? chosen : (OrganizationKind)(-1);
        switch (await Handler.RunAsync(Viewer, new OrganizationStart(Entry.Name ?? string.Empty, kind, Entry.Anyway), Gone))
        {
            case Outcome<string>.Done done:
                Navigation.NavigateTo($"/organisationen/{done.Value}/angaben");
                break;
            case Outcome<string>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                if (invalid.Fields.Values.Contains(Refusal.OrganizationOnRecord)) Namesakes = await Handler.NamesakesAsync(Viewer, Entry.Name!, Gone);
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
