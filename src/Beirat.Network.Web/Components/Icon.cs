using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Components;

/// <summary>A decorative picture of the sprite; the words beside it carry the meaning.</summary>
internal static class Icon
{
    public static RenderFragment Of(string name) => builder => builder.AddMarkupContent(
        0, $"<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\" width=\"20\" height=\"20\"><use href=\"/images/icons.svg#{name}\"></use></svg>");
}
