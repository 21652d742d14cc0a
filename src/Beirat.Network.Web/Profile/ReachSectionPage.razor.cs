using Beirat.Network.People;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Profile;

public sealed class ReachEntry : SectionEntry
{
    public string? Districts { get; set; }

    public string? Communities { get; set; }
}

/// <summary>Districts and communities in which the person is known.</summary>
public sealed partial class ReachSectionPage
{
    [SupplyParameterFromForm(FormName = "wirkungskreis")]
    public ReachEntry? Entry { get; set; }

    protected override ReachEntry? Sent { get => Entry; set => Entry = value; }

    private IEnumerable<(string Label, string Value)> Stored => Profile is null ? [] :
        [(ProfileTexts.Districts, string.Join('\n', Profile.Districts)), (ProfileTexts.Communities, string.Join('\n', Profile.Communities))];

    protected override ReachEntry FormOf(OwnProfile profile) => new()
    {
        Version = profile.Version, Districts = string.Join('\n', profile.Districts), Communities = string.Join('\n', profile.Communities),
    };

    protected override ProfileChange ChangeOf(ReachEntry entry) => new ReachChange(Lines(entry.Districts), Lines(entry.Communities));

    private static string[] Lines(string? text) => (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
