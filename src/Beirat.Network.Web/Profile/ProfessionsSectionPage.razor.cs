using Beirat.Network.People;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Profile;

public sealed class ProfessionRow
{
    public string? Title { get; set; }

    public string? Degree { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Degree);
}

public sealed class ProfessionsEntry : SectionEntry
{
    public List<ProfessionRow> Rows { get; set; } = [];
}

/// <summary>What the person works as, and apart from it the degree.</summary>
public sealed partial class ProfessionsSectionPage
{
    [SupplyParameterFromForm(FormName = "berufe")]
    public ProfessionsEntry? Entry { get; set; }

    protected override ProfessionsEntry? Sent { get => Entry; set => Entry = value; }

    private IEnumerable<(string Label, string Value)> Stored => Profile?.Professions.Select(p => (p.Title, p.Degree ?? string.Empty)) ?? [];

    protected override ProfessionsEntry FormOf(OwnProfile profile) => new()
    {
        Version = profile.Version,
        Rows = SectionRows.WithBlank(profile.Professions.Select(p => new ProfessionRow { Title = p.Title, Degree = p.Degree })),
    };

    protected override ProfileChange ChangeOf(ProfessionsEntry entry)
    {
        entry.Rows = SectionRows.WithBlank(entry.Rows.Where(r => !r.IsBlank));
        return new ProfessionsChange([.. entry.Rows.Where(r => !r.IsBlank).Select(r => new HeldProfession((r.Title ?? string.Empty).Trim(), r.Degree))]);
    }
}
