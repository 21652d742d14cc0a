using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Beirat.Network.Outbox;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Beirat.Network.Web.Http;

/// <summary>Everything about requests that is not a feature.</summary>
internal static class PortalHttp
{
    public static void AddPortalHttp(this IServiceCollection services, PortalSettings settings)
    {
        // Umlauts and other letters stay letters in pages; only what HTML needs is escaped.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
        });
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "beirat-formular";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddPortalHeaders();
        services.AddProblemDetails();
        services.AddOpenApi("openapi");
        services.AddHealth();
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["text/html", "application/json", "application/ld+json", "application/problem+json", "text/turtle", "text/plain"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.AddSingleton<PageGeneration>();
        services.AddSingleton<IChangeListener>(p => p.GetRequiredService<PageGeneration>());
        services.AddSingleton<AnonymousPages>();
        services.AddOutputCache(o => o.AddBasePolicy(p => p.AddPolicy<AnonymousPages>(), excludeDefaultPolicy: true));
        services.AddSingleton<IChangeListener, PageCacheEviction>();
        services.Configure<RequestLocalizationOptions>(InterfaceLanguages.Configure);
        services.AddLimits(settings);
    }

    private static void AddLimits(this IServiceCollection services, PortalSettings settings) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Limits.For(context, settings));
    });
}
