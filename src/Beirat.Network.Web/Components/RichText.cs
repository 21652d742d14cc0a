using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Components;

/// <summary>
/// The only way raw HTML gets into a page. What it is given was rendered and sanitised by the core when it was saved
/// (<see cref="Common.RichTextRenderer"/>); nothing else may be passed here.
/// </summary>
internal static class RichText
{
    public static RenderFragment Of(string sanitizedHtml) => builder => builder.AddMarkupContent(0, sanitizedHtml);
}
