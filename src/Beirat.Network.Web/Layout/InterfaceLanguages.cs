using System.Globalization;
using Beirat.Network.Common;
using Microsoft.AspNetCore.Localization;

namespace Beirat.Network.Web.Layout;

/// <summary>
/// Languages of the interface. A further one is a set of text files and a line here. What counts, in this order: the
/// address (<c>?sprache=tr</c>), the cookie that such an address leaves, the browser's languages, German.
/// </summary>
internal static class InterfaceLanguages
{
    public const string CookieName = "sprache";

    public const string Parameter = "sprache";

    public const string Default = Languages.Default;

    /// <summary>Tag and own name of each, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        ("de", "Deutsch"), ("en", "English"), ("tr", "Türkçe"), ("ar", "العربية"), ("uk", "Українська"), ("ru", "Русский"), ("fr", "Français"), ("ro", "Română"),
    ];

    /// <summary>The language of the current request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static bool IsOffered(string? code) => All.Any(l => l.Code == code);

    /// <summary>The language that a text in <paramref name="language"/> must be marked with; null where the page around it has the same.</summary>
    public static string? Foreign(string language) => language == Current ? null : language;

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(Default);
        options.SupportedCultures = options.SupportedUICultures = [.. All.Select(l => CultureInfo.GetCultureInfo(l.Code))];
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Choice(IsOfApi(context) ? null : context.Request.Query[Parameter].ToString())),
            new CustomRequestCultureProvider(context => Choice(context.Request.Cookies[CookieName])),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    /// <summary>Whoever asked for a language by the address keeps it on the next pages. Reading without such a wish sets no cookie.</summary>
    public static void UseChosenLanguage(this WebApplication app) => app.Use((context, next) =>
    {
        string? wanted = context.Request.Query[Parameter];
        if (HttpMethods.IsGet(context.Request.Method) && !IsOfApi(context) && IsOffered(wanted) && context.Request.Cookies[CookieName] != wanted)
        {
            context.Response.Cookies.Append(CookieName, wanted!, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                Path = "/",
            });
        }

        return next(context);
    });

    // In the API the parameter names the language of the texts that are looked for.
    private static bool IsOfApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static Task<ProviderCultureResult?> Choice(string? code) =>
        Task.FromResult(IsOffered(code) ? new ProviderCultureResult(code!) : null);
}
