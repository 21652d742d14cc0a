using Beirat.Network.Common;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Components;

/// <summary>What every page has: the request, and who asks.</summary>
public abstract class PortalPage : ComponentBase
{
    private Viewer? _viewer;
    private bool _loaded;

    [CascadingParameter]
    public HttpContext Context { get; set; } = default!;

    [Inject]
    public NavigationManager Navigation { get; set; } = default!;

    protected Viewer Viewer => _viewer ??= Context.Viewer();

    protected CancellationToken Gone => Context.RequestAborted;

    /// <summary>The form was sent with a token that is no longer good: show it again, do nothing.</summary>
    protected bool TokenRefused => KeptForms.WasRefused(Context);

    /// <summary>
    /// Loads first and renders then, once: a page never shows itself half loaded, however long the database takes.
    /// (Left to itself a component renders as soon as its loading waits for something.)
    /// </summary>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_loaded)
        {
            _loaded = true;
            await LoadAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the page shows; all parameters are set.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>Null for an empty value, so that an unset filter leaves no trace in queries.</summary>
    protected static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
