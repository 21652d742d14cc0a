using Beirat.Network.Common;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Components;

/// <summary>What every page has: the request, and who asks.</summary>
public abstract class PortalPage : ComponentBase
{
    private Viewer? _viewer;

    [CascadingParameter]
    public HttpContext Context { get; set; } = default!;

    [Inject]
    public NavigationManager Navigation { get; set; } = default!;

    protected Viewer Viewer => _viewer ??= Context.Viewer();

    protected CancellationToken Gone => Context.RequestAborted;

    /// <summary>The form was sent with a token that is no longer good: show it again, do nothing.</summary>
    protected bool TokenRefused => KeptForms.WasRefused(Context);

    /// <summary>Null for an empty value, so that an unset filter leaves no trace in queries.</summary>
    protected static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
