using Beirat.Network.Web.Account;

namespace Beirat.Network.Web.Http;

/// <summary>
/// JSON carries no form token. A browser that brings a cookie must therefore come from our own pages: it says so itself
/// in Sec-Fetch-Site or Origin, which scripts of other sites cannot forge. Bearer tokens need no such check.
/// </summary>
internal sealed class OwnSiteOnly : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        BearerTokens.IsUsedBy(context.HttpContext.Request) || IsOwn(context.HttpContext.Request)
            ? next(context)
            : ValueTask.FromResult<object?>(Results.Problem(statusCode: 403));

    public static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none")) return false;
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
