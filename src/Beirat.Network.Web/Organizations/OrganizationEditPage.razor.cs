using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Organizations;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Organizations;

public sealed class OrganizationEntry
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Description { get; set; }

    public string? Founded { get; set; }

    public string? District { get; set; }

    public string? MeetingPoint { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Website { get; set; }

    public List<string> Languages { get; set => field = value ?? []; } = [];

    public List<string> Topics { get; set => field = value ?? []; } = [];
}

/// <summary>The page of an organisation, edited by staff and by whoever speaks for the organisation.</summary>
public sealed partial class OrganizationEditPage
{
    [Inject]
    public OrganizationChangeHandler Handler { get; set; } = default!;

    [Inject]
    public TopicListQuery TopicQuery { get; set; } = default!;

    [Inject]
    public OrganizationListQuery Organizations { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [SupplyParameterFromForm(FormName = "organisation")]
    public OrganizationEntry? Entry { get; set; }

    private OrganizationChange? Stored { get; set; }

    private IReadOnlyList<TopicLink> TopicChoices { get; set; } = [];

    private IReadOnlyList<string> Districts { get; set; } = [];

    private IReadOnlyList<(TopicLink Topic, IReadOnlyList<TopicLink> Narrower)> Tree { get; set; } = [];

    // The languages of the portal are those of most; the others are behind a click.
    private IEnumerable<ChoiceBoxes.Group> LanguageGroups =>
    [
        new(OrganizationsTexts.LanguagesOften, [.. Choices.Languages(Languages.OfTexts)], Open: true),
        new(OrganizationsTexts.LanguagesMore, [.. Choices.Languages(Languages.OfPeople.Union(Stored!.Text.Languages).Except(Languages.OfTexts))]),
    ];

    private IEnumerable<ChoiceBoxes.Group> TopicGroups =>
        Tree.Select(t => new ChoiceBoxes.Group(t.Topic.Label, [.. Choices.Topics([t.Topic, .. t.Narrower])]));

    private Dictionary<string, string> Errors { get; set; } = [];

    private bool IsStale { get; set; }

    /// <summary>What is stored now and differs from what was typed.</summary>
    private IEnumerable<(string Label, string Value)> Differences
    {
        get
        {
            var stored = Values(FormOf(Stored!));
            return stored.Zip(Values(Entry!)).Where(p => p.First.Value != p.Second.Value).Select(p => p.First);
        }
    }

    protected override async Task LoadAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path)));
            return;
        }

        Stored = await Handler.ReadAsync(Viewer, Slug, Gone);
        if (Stored is null) Navigation.NotFound();
        else Entry ??= FormOf(Stored);
        TopicChoices = await TopicQuery.ChoicesAsync(Gone);
        Tree = await TopicQuery.RunAsync(Gone);
        Districts = await Organizations.DistrictsAsync(Gone);
    }

    private string? Error(string field) => Errors.GetValueOrDefault(field);

    private async Task SaveAsync()
    {
        if (TokenRefused || Stored is null) return;
        switch (await Handler.RunAsync(Viewer, new OrganizationChange(Slug, Entry!.Version, TextOf(Entry)), Gone))
        {
            case Outcome<int>.Done:
                Navigation.NavigateTo($"/organisationen/{Slug}?gespeichert=1");
                break;
            case Outcome<int>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case Outcome<int>.Stale:
                IsStale = true;
                Stored = await Handler.ReadAsync(Viewer, Slug, Gone);
                Entry.Version = Stored?.Version ?? Entry.Version;
                Context.Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private static OrganizationEntry FormOf(OrganizationChange stored) => new()
    {
        Version = stored.Version, Name = stored.Text.Name, ShortName = stored.Text.ShortName, Description = stored.Text.Description,
        Founded = stored.Text.Founded?.ToString(CultureInfo.InvariantCulture), District = stored.Text.District,
        MeetingPoint = stored.Text.Contact.MeetingPoint, Email = stored.Text.Contact.Email, Phone = stored.Text.Contact.Phone,
        Website = stored.Text.Contact.Website, Languages = [.. stored.Text.Languages], Topics = [.. stored.Text.Topics],
    };

    private static OrganizationText TextOf(OrganizationEntry entry) => new(
        entry.Name ?? string.Empty, entry.ShortName ?? string.Empty, entry.Description ?? string.Empty, Typed.Year(entry.Founded), entry.District ?? string.Empty,
        new OrganizationContact((entry.Email ?? string.Empty).Trim(), (entry.Phone ?? string.Empty).Trim(), (entry.Website ?? string.Empty).Trim(), entry.MeetingPoint ?? string.Empty),
        entry.Languages, entry.Topics);

    private IEnumerable<(string Label, string Value)> Values(OrganizationEntry entry) =>
    [
        (OrganizationsTexts.Name, entry.Name ?? ""), (OrganizationsTexts.ShortName, entry.ShortName ?? ""),
        (OrganizationsTexts.About, (entry.Description ?? "").ReplaceLineEndings("\n")), (OrganizationsTexts.FoundedYear, entry.Founded ?? ""),
        (OrganizationsTexts.District, entry.District ?? ""), (OrganizationsTexts.MeetingPoint, entry.MeetingPoint ?? ""),
        (OrganizationsTexts.Email, entry.Email ?? ""), (OrganizationsTexts.Phone, entry.Phone ?? ""), (OrganizationsTexts.Website, entry.Website ?? ""),
        (OrganizationsTexts.Languages, Say.Languages(entry.Languages.Order())), (OrganizationsTexts.Topics, Say.List(TopicChoices.Where(t => entry.Topics.Contains(t.Slug)).Select(t => t.Label))),
    ];
}
