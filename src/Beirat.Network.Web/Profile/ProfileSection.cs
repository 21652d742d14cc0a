using Beirat.Network.Common;
using Beirat.Network.People;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Profile;

/// <summary>What the forms of a profile's sections have in common: the version they were opened with.</summary>
public abstract class SectionEntry
{
    public int Version { get; set; }
}

/// <summary>
/// A page on which somebody edits a section of their own profile. When the profile was changed elsewhere meanwhile,
/// nothing is stored: what was typed stays in the form, beside it stands what is stored now.
/// </summary>
public abstract class ProfileSection<TEntry> : PortalPage where TEntry : SectionEntry, new()
{
    [Inject]
    public OwnProfileQuery Query { get; set; } = default!;

    [Inject]
    public ProfileChangeHandler Handler { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    protected OwnProfile? Profile { get; private set; }

    protected Dictionary<string, string> Errors { get; private set; } = [];

    protected bool IsStale { get; private set; }

    /// <summary>What the form holds; null until it was sent.</summary>
    protected abstract TEntry? Sent { get; set; }

    protected abstract TEntry FormOf(OwnProfile profile);

    protected abstract ProfileChange ChangeOf(TEntry entry);

    protected string? Error(string field) => Errors.GetValueOrDefault(field);

    protected override async Task LoadAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path)));
            return;
        }

        Profile = await Query.RunAsync(Viewer, Gone);
        if (Profile is null) Navigation.NotFound();
        else Sent ??= FormOf(Profile);
    }

    protected async Task SaveAsync()
    {
        if (TokenRefused || Profile is null || Sent is null) return;
        switch (await Handler.RunAsync(Viewer, Sent.Version, ChangeOf(Sent), Gone))
        {
            case Outcome<int>.Done:
                Navigation.NavigateTo($"{Context.Request.Path}?gespeichert=1");
                break;
            case Outcome<int>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case Outcome<int>.Stale:
                IsStale = true;
                Profile = await Query.RunAsync(Viewer, Gone);
                Sent.Version = Profile?.Version ?? Sent.Version;
                Context.Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
