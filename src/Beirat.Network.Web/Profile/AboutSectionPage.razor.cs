using Beirat.Network.People;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Profile;

public sealed class AboutEntry : SectionEntry
{
    public string? Headline { get; set; }

    public string? About { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }
}

/// <summary>The line under the name, the text, and how to reach the person.</summary>
public sealed partial class AboutSectionPage
{
    [SupplyParameterFromForm(FormName = "angaben")]
    public AboutEntry? Entry { get; set; }

    protected override AboutEntry? Sent { get => Entry; set => Entry = value; }

    private IEnumerable<(string Label, string Value)> Stored => Profile is null ? [] :
    [
        (ProfileTexts.Headline, Profile.Headline), (ProfileTexts.About, Profile.About), (ProfileTexts.Email, Profile.Email), (ProfileTexts.Phone, Profile.Phone),
    ];

    protected override AboutEntry FormOf(OwnProfile profile) => new()
    {
        Version = profile.Version, Headline = profile.Headline, About = profile.About, Email = profile.Email, Phone = profile.Phone,
    };

    protected override ProfileChange ChangeOf(AboutEntry entry) =>
        new AboutChange((entry.Headline ?? string.Empty).Trim(), entry.About ?? string.Empty, (entry.Email ?? string.Empty).Trim(), (entry.Phone ?? string.Empty).Trim());
}
