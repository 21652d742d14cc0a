using Beirat.Network.Common;
using Beirat.Network.SearchDesk;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.SearchDesk;

/// <summary>What searches must find, and whether they do.</summary>
public sealed partial class QualityPage
{
    [Inject]
    public QualityQuery Query { get; set; } = default!;

    [Inject]
    public ExpectedHitChangeHandler Handler { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Sprache { get; set; }

    /// <summary>"rot": only what was not met.</summary>
    [SupplyParameterFromQuery]
    public string? Nur { get; set; }

    [SupplyParameterFromQuery]
    public string? Fehler { get; set; }

    [SupplyParameterFromForm(FormName = "erwartung")]
    public ExpectedHitEntry? Entry { get; set; }

    private QualityDesk? Desk { get; set; }

    private Dictionary<string, string> Errors { get; set; } = [];

    private static IEnumerable<KeyValuePair<string, string>> Wanted => [new("ja", QualityTexts.MustBeFound), new("nein", QualityTexts.MustNotBeFound)];

    private string Summary => Desk switch
    {
        { All: 0 } or null => QualityTexts.SummaryNone,
        { TriedAt: { } at, Missed: 0 } => Say.Format(QualityTexts.SummaryGood, Desk.Met, Desk.All, When.Time(at)),
        { TriedAt: { } at } => Say.Format(QualityTexts.SummaryMissed, Desk.Missed, Desk.Met, Desk.All, When.Time(at)),
        _ => Say.Format(QualityTexts.SummaryNotTried, Desk.All),
    };

    protected override async Task LoadForStaffAsync()
    {
        Entry ??= new ExpectedHitEntry();
        Desk = await Query.RunAsync(Viewer, Given(Sprache), Nur == "rot", Gone);
    }

    private async Task AddAsync()
    {
        if (TokenRefused) return;
        switch (await Handler.RunAsync(Viewer, new ExpectedHitAddition(Entry!.Draft()), Gone))
        {
            case Outcome<Guid>.Done:
                Navigation.NavigateTo(DeskAddress.Quality);
                break;
            case Outcome<Guid>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
