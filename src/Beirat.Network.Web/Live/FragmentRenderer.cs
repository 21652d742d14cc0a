using System.Globalization;
using Beirat.Network.Discussions;
using Beirat.Network.Web.Discussions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Beirat.Network.Web.Live;

/// <summary>Renders a fragment outside a page, by the very component that the page uses.</summary>
internal sealed class FragmentRenderer(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    /// <summary>A post as HTML, in the language of the current culture or the one named.</summary>
    public async Task<string> PostAsync(PostView post, string? culture = null)
    {
        var language = culture is null ? CultureInfo.CurrentUICulture : CultureInfo.GetCultureInfo(culture);
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PostItem.Post)] = post });
            return (await renderer.RenderComponentAsync<PostItem>(parameters)).ToHtmlString();
        });
    }
}
