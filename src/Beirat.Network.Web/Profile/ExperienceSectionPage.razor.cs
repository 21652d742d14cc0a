using System.Globalization;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Profile;

public sealed class ExperienceRow
{
    public string? Title { get; set; }

    public string? Place { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Note { get; set; }

    public bool IsBlank => new[] { Title, Place, From, Until, Note }.All(string.IsNullOrWhiteSpace);
}

public sealed class ExperienceSectionEntry : SectionEntry
{
    public List<ExperienceRow> Rows { get; set; } = [];
}

/// <summary>What the person did, where and when.</summary>
public sealed partial class ExperienceSectionPage
{
    [SupplyParameterFromForm(FormName = "erfahrung")]
    public ExperienceSectionEntry? Entry { get; set; }

    protected override ExperienceSectionEntry? Sent { get => Entry; set => Entry = value; }

    private IEnumerable<(string Label, string Value)> Stored => Profile?.Experience.Select(e => (e.Title, $"{e.Place} {e.FromYear}–{e.UntilYear} {e.Note}".Trim())) ?? [];

    protected override ExperienceSectionEntry FormOf(OwnProfile profile) => new()
    {
        Version = profile.Version,
        Rows = SectionRows.WithBlank(profile.Experience.Select(e => new ExperienceRow
        {
            Title = e.Title, Place = e.Place, From = Text(e.FromYear), Until = Text(e.UntilYear), Note = e.Note,
        })),
    };

    protected override ProfileChange ChangeOf(ExperienceSectionEntry entry)
    {
        entry.Rows = SectionRows.WithBlank(entry.Rows.Where(r => !r.IsBlank));
        return new ExperienceChange([.. entry.Rows.Where(r => !r.IsBlank).Select(r => new ExperienceEntry(
            (r.Title ?? string.Empty).Trim(), (r.Place ?? string.Empty).Trim(), Typed.Year(r.From), Typed.Year(r.Until), r.Note ?? string.Empty))]);
    }

    private static string Text(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
