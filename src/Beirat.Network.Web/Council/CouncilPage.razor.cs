using System.Globalization;
using Beirat.Network.Council;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Council;

/// <summary>The council as of a date.</summary>
public sealed partial class CouncilPage
{
    [Inject]
    public CouncilQuery Query { get; set; } = default!;

    [Inject]
    public CouncilDaysQuery DaysQuery { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Stand { get; set; }

    private CouncilView View { get; set; } = default!;

    private ChangeDays Days { get; set; } = default!;

    private string? DateError { get; set; }

    private IEnumerable<(string Name, int Number)> Numbers =>
    [
        (CouncilTexts.Seats, View.Figures.Seats),
        (CouncilTexts.Persons, View.Figures.Persons),
        (CouncilTexts.Experts, View.Figures.ExpertMembers),
        (CouncilTexts.Deputies, View.Figures.Deputies),
        (CouncilTexts.FromCouncil, View.Figures.CouncilMembers),
        (CouncilTexts.VacantSeats, View.Figures.VacantSeats),
        (CouncilTexts.VacantDeputies, View.Figures.VacantDeputyPlaces),
    ];

    protected override async Task LoadAsync()
    {
        DateOnly? day = null;
        if (Given(Stand) is { } text)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)) day = asked;
            else DateError = CouncilTexts.BadDate;
        }

        View = await Query.RunAsync(day, Gone);
        Days = await DaysQuery.RunAsync(View.Day, Gone);
    }
}
