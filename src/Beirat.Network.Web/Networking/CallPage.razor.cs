using Beirat.Network.Networking;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Networking;

/// <summary>A call for members for a gap: to read, to print, to copy.</summary>
public sealed partial class CallPage
{
    [Inject]
    public CallQuery Query { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Thema { get; set; }

    [SupplyParameterFromQuery]
    public string? Spricht { get; set; }

    [SupplyParameterFromQuery]
    public string? Stadtteil { get; set; }

    private CallView? View { get; set; }

    private IEnumerable<string> Wanted => Lines(
        (NetworkingTexts.CallTopic, View!.Topic?.Label),
        (NetworkingTexts.CallLanguage, View.Language is { } language ? Say.Language(language) : null),
        (NetworkingTexts.CallDistrict, View.District));

    private IEnumerable<string> Reasons => new[]
    {
        View!.Topic is null ? null : NetworkingTexts.CallTopicWho,
        View.Language is null ? null : NetworkingTexts.CallLanguageWho,
        View.District is null ? null : NetworkingTexts.CallDistrictWho,
        View.Needing == 0 ? null : Say.Count(NetworkingTexts.ResourceManager, "CallNeed", View.Needing),
        NetworkingTexts.CallWhatFor,
    }.OfType<string>();

    private IEnumerable<string> Contact => Lines(
        (NetworkingTexts.CallEmail, View!.Office?.Email),
        (NetworkingTexts.CallPhone, View.Office?.Phone),
        (NetworkingTexts.CallMore, $"{Navigation.BaseUri}beirat"));

    /// <summary>The call without its looks, a blank line between its parts.</summary>
    private string Text => string.Join("\n\n", new[]
    {
        NetworkingTexts.CallHeading, NetworkingTexts.CallWho, string.Join('\n', Wanted),
        string.Join("\n\n", Reasons), NetworkingTexts.CallContact, string.Join('\n', Contact),
    });

    protected override async Task LoadAsync()
    {
        View = await Query.RunAsync(Viewer, Given(Thema), Given(Spricht), Given(Stadtteil), Gone);
        if (View is null) Navigation.NotFound();
    }

    private static IEnumerable<string> Lines(params (string Text, string? Value)[] lines) =>
        lines.Where(l => !string.IsNullOrEmpty(l.Value)).Select(l => Say.Format(l.Text, l.Value));
}
