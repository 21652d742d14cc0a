using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Staff;

namespace Beirat.Network.Web.Council;

/// <summary>Vacant places, and those that become vacant soon.</summary>
internal sealed class CouncilCards(CouncilQuery council, StaffSeatQuery seats) : IStaffCards
{
    private const string Seats = "/verwaltung/beirat";

    public async Task<IReadOnlyList<StaffCard>> CardsAsync(Viewer viewer, CancellationToken cancellation)
    {
        var figures = (await council.RunAsync(null, cancellation)).Figures;
        var ending = await seats.EndingSoonAsync(viewer, cancellation);
        return
        [
            new(MandateTexts.CardVacantTitle, Say.Count(MandateTexts.ResourceManager, "CardVacantText", figures.VacantSeats + figures.VacantDeputyPlaces), Seats, MandateTexts.CardSeats),
            new(MandateTexts.CardEndingTitle, Say.Count(MandateTexts.ResourceManager, "CardEndingText", ending), Seats, MandateTexts.CardSeats),
            new(MandateTexts.ChangesTitle, MandateTexts.ChangesLead, $"{Seats}/aenderungen", MandateTexts.HistoryLink),
        ];
    }
}
