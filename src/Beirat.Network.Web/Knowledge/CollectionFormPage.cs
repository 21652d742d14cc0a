using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Knowledge;

public sealed class CollectionEntry
{
    public int Version { get; set; }

    public string? Title { get; set; }

    public string? Introduction { get; set; }

    /// <summary>An address or slug in each line.</summary>
    public string? Articles { get; set; }
}

/// <summary>Making and changing a collection.</summary>
public abstract class CollectionFormPage : PortalPage
{
    [Inject]
    public CollectionChangeHandler Handler { get; set; } = default!;

    protected CollectionChange? Stored { get; set; }

    protected Dictionary<string, string> Errors { get; private set; } = [];

    protected bool IsStale { get; private set; }

    protected bool IsSignedOut { get; private set; }

    protected abstract CollectionEntry? Sent { get; set; }

    protected abstract Task<CollectionChange?> ReadAsync();

    protected override async Task LoadAsync()
    {
        IsSignedOut = !Viewer.IsSignedIn;
        if (IsSignedOut && Sent is null)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path)));
            return;
        }

        Stored = IsSignedOut ? new CollectionChange(string.Empty, 0, string.Empty, string.Empty, []) : await ReadAsync();
        if (Stored is null) Navigation.NotFound();
        else Sent ??= new CollectionEntry { Version = Stored.Version, Title = Stored.Title, Introduction = Stored.Introduction, Articles = Lines(Stored) };
    }

    protected async Task SaveAsync()
    {
        if (Stored is null || Sent is null) return;
        if (TokenRefused || IsSignedOut)
        {
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        switch (await Handler.RunAsync(Viewer, new CollectionChange(Stored.Slug, Sent.Version, Sent.Title ?? string.Empty, Sent.Introduction ?? string.Empty, Slugs(Sent.Articles)), Gone))
        {
            case Outcome<string>.Done done:
                Navigation.NavigateTo($"/wissen/sammlungen/{done.Value}?gespeichert=1");
                break;
            case Outcome<string>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case Outcome<string>.Stale:
                IsStale = true;
                Stored = await ReadAsync();
                Sent.Version = Stored?.Version ?? Sent.Version;
                Context.Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    protected static string Lines(CollectionChange stored) => string.Join('\n', stored.Articles.Select(a => $"/wissen/{a}"));

    // A whole address as it is copied, a path, or the slug alone.
    private static List<string> Slugs(string? lines) => [.. (lines ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.Split('?', '#')[0].TrimEnd('/').Split('/')[^1]).Distinct()];
}
