using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.AdviceRequests;

/// <summary>The whole chain of one request, to each reader what they may see.</summary>
public sealed partial class RequestPage
{
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Set after the request was sent.</summary>
    [SupplyParameterFromQuery]
    public string? Gestellt { get; set; }

    /// <summary>Set after any other step.</summary>
    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    /// <summary>Why a step was not taken.</summary>
    [SupplyParameterFromQuery]
    public string? Fehler { get; set; }

    private AdviceRequestView? View { get; set; }

    private string Here => $"/beratung/anfragen/{Id}";

    private string? Notice => Enum.TryParse<Refusal>(Fehler, out var reason) && Enum.IsDefined(reason) ? Say.Refusal(reason)
        : Gestellt is not null ? AdviceRequestsTexts.Sent
        : Gespeichert is not null ? AdviceRequestsTexts.Saved : null;

    protected override async Task LoadAsync()
    {
        View = await Query.RunAsync(Viewer, Id, Gone);
        if (View is null) Navigation.NotFound();
    }

    private static IEnumerable<(string Label, string Value)> Facts(AdviceRequestView view)
    {
        if (view.Organization is { } organization) yield return (AdviceRequestsTexts.From, organization.Name);
        if (view.AskedBy is { } person) yield return (AdviceRequestsTexts.WrittenBy, Say.Author(person.Name));
        yield return (AdviceRequestsTexts.Deadline, When.Day(view.Deadline));
        if (view.Minutes is { } minutes) yield return (AdviceRequestsTexts.MinutesShort, Say.Count(AdviceRequestsTexts.ResourceManager, "Minutes", minutes));
    }
}
