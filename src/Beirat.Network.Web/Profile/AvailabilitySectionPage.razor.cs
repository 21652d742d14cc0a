using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Profile;

public sealed class AvailabilityEntry : SectionEntry
{
    public string? Note { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }
}

/// <summary>When the person can be asked, and until when they are away.</summary>
public sealed partial class AvailabilitySectionPage
{
    [SupplyParameterFromForm(FormName = "verfuegbarkeit")]
    public AvailabilityEntry? Entry { get; set; }

    protected override AvailabilityEntry? Sent { get => Entry; set => Entry = value; }

    private IEnumerable<(string Label, string Value)> Stored => Profile is null ? [] :
    [
        (ProfileTexts.AvailabilityNote, Profile.AvailabilityNote),
        (ProfileTexts.AbsentFrom, Profile.AbsentFrom is { } from ? When.Day(from) : string.Empty),
        (ProfileTexts.AbsentUntil, Profile.AbsentUntil is { } until ? When.Day(until) : string.Empty),
    ];

    protected override AvailabilityEntry FormOf(OwnProfile profile) => new()
    {
        Version = profile.Version, Note = profile.AvailabilityNote,
        From = profile.AbsentFrom is { } from ? When.Machine(from) : null, Until = profile.AbsentUntil is { } until ? When.Machine(until) : null,
    };

    protected override ProfileChange ChangeOf(AvailabilityEntry entry) =>
        new AvailabilityChange(entry.Note ?? string.Empty, Day("from", entry.From), Day("until", entry.Until)) { Unreadable = _unreadable };

    private readonly List<string> _unreadable = [];

    // Browsers without a date field send what was typed.
    private DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Typed.TryDay(text, out var day)) return day;
        _unreadable.Add(field);
        return null;
    }
}
