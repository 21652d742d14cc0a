using Microsoft.AspNetCore.Antiforgery;

namespace Beirat.Network.Web.Http;

/// <summary>
/// Marks a page that keeps what was typed when its form token is no longer good (a session that ran out, a page left
/// open over night). Such a page must ask <see cref="KeptForms.WasRefused"/> before it does anything.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeepsTypedAttribute : Attribute;

/// <summary>
/// The framework answers a bad form token with an empty page, and what was typed is lost. For marked pages the refusal
/// is noted instead, so that the page shows itself again, with the text and a fresh token, and without acting.
/// </summary>
internal static class KeptForms
{
    private static readonly object Refused = new();

    public static bool WasRefused(HttpContext context) => context.Items.ContainsKey(Refused);

    public static void UseKeptForms(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && Keeps(context))
        {
            context.Items[Refused] = true;
            context.Features.Set<IAntiforgeryValidationFeature>(new Noted());
        }

        return next(context);
    });

    private static bool Keeps(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<KeepsTypedAttribute>() is not null;

    private sealed class Noted : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;

        public Exception? Error => null;
    }
}
