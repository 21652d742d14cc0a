using Beirat.Network.Common;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Profile;

public sealed class LanguageRow
{
    public string? Code { get; set; }

    public LanguageLevel Level { get; set; } = LanguageLevel.B2;

    public bool Advise { get; set; }

    public bool Interpret { get; set; }

    public bool Translate { get; set; }
}

public sealed class LanguagesEntry : SectionEntry
{
    public List<LanguageRow> Rows { get; set; } = [];
}

/// <summary>The languages that the person speaks, how well, and what they offer in them.</summary>
public sealed partial class LanguagesSectionPage
{
    [SupplyParameterFromForm(FormName = "sprachen")]
    public LanguagesEntry? Entry { get; set; }

    protected override LanguagesEntry? Sent { get => Entry; set => Entry = value; }

    // What is stored can always be chosen again.
    private IEnumerable<string> Known => Languages.OfPeople.Union(Profile?.Languages.Select(l => l.Code) ?? []);

    private static IEnumerable<KeyValuePair<string, string>> Levels =>
        Enum.GetValues<LanguageLevel>().Select(l => KeyValuePair.Create(l.ToString(), Say.Level(l)));

    private IEnumerable<(string Label, string Value)> Stored =>
        Profile?.Languages.Select(l => (Say.Language(l.Code), $"{Say.Level(l.Level)} {Say.Uses(l.Uses)}".Trim())) ?? [];

    protected override LanguagesEntry FormOf(OwnProfile profile) => new()
    {
        Version = profile.Version,
        Rows = SectionRows.WithBlank(profile.Languages.Select(l => new LanguageRow
        {
            Code = l.Code, Level = l.Level, Advise = l.Uses.HasFlag(LanguageUses.Advise),
            Interpret = l.Uses.HasFlag(LanguageUses.Interpret), Translate = l.Uses.HasFlag(LanguageUses.Translate),
        })),
    };

    protected override ProfileChange ChangeOf(LanguagesEntry entry)
    {
        entry.Rows = SectionRows.WithBlank(entry.Rows.Where(r => !string.IsNullOrEmpty(r.Code)));
        return new LanguagesChange([.. entry.Rows.Where(r => !string.IsNullOrEmpty(r.Code)).Select(r => new SpokenLanguage(r.Code!, r.Level, UsesOf(r)))]);
    }

    private static string Legend(LanguageRow row, int index) =>
        string.IsNullOrEmpty(row.Code) ? ProfileTexts.NewRow : Say.Format(ProfileTexts.RowOf, index + 1, Say.Language(row.Code));

    private static LanguageUses UsesOf(LanguageRow row) =>
        (row.Advise ? LanguageUses.Advise : LanguageUses.None) | (row.Interpret ? LanguageUses.Interpret : LanguageUses.None)
        | (row.Translate ? LanguageUses.Translate : LanguageUses.None);
}
