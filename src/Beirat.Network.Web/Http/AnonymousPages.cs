using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Beirat.Network.Web.Http;

/// <summary>
/// Keeps the pages of people who are not signed in, compressed, until something changes. What the visitor's choice of
/// language and view makes different is part of the key; a page that sets a cookie is never kept.
/// </summary>
internal sealed class AnonymousPages(PageGeneration generation) : IOutputCachePolicy
{
    /// <summary>Tag of every kept page but threads.</summary>
    public const string AllPages = "pages";

    /// <summary>Tag of every kept thread.</summary>
    public const string AllThreads = "threads";

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(60);

    // Results must follow the index, which knows of a change a moment later than the database.
    private static readonly string[] NeverKept = ["/suche", "/beratung", "/konto", "/ansicht", "/api", "/live", "/health", "/fehler", "/verwaltung", "/nachrichten", "/abbestellen"];

    public static string TagOf(Guid discussion) => $"discussion:{discussion:N}";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var may = HttpMethods.IsGet(request.Method) && context.HttpContext.User.Identity?.IsAuthenticated != true
            && !NeverKept.Any(p => request.Path.StartsWithSegments(p)) && !Path.HasExtension(request.Path);
        context.EnableOutputCaching = may;
        context.AllowCacheLookup = context.AllowCacheStorage = may;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = KeptFor;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(request.Headers.AcceptEncoding);
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["view"] = PageView.IsContrast(request) ? "contrast" : "standard";
        context.CacheVaryByRules.VaryByValues["generation"] = generation.Number.ToString(CultureInfo.InvariantCulture);
        foreach (var tag in Tags(request)) context.Tags.Add(tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // A page with a form holds a token of its visitor and says so by no-store, also when the cookie was set before.
        var personal = response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
        if (personal || response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<string> Tags(HttpRequest request)
    {
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["diskussionen", var id, ..] && Guid.TryParse(id, out var discussion) ? [AllThreads, TagOf(discussion)] : [AllPages];
    }

    private static string Encoding(StringValues accepted)
    {
        var value = accepted.ToString();
        if (value.Contains("br", StringComparison.OrdinalIgnoreCase)) return "br";
        return value.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "identity";
    }
}
