using Beirat.Network.Common;
using Beirat.Network.Notices;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Layout;
using Beirat.Network.Web.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Push;

/// <summary>Messages to devices: what the portal needs for them, and the forms by which somebody adds or removes one.</summary>
internal static class PortalPush
{
    private const string Page = "/konto/mitteilungen";

    public static void AddPush(this IServiceCollection services, PortalSettings settings)
    {
        if (settings.Push is not { } push) return;
        services.AddSingleton(push);
        services.AddSingleton<VapidKey>();
        services.AddSingleton(_ => WebPushTransport.Handler());
        services.AddPushDelivery<WebPushTransport>(push.Hosts);
    }

    public static void MapPush(this IEndpointRouteBuilder app)
    {
        var devices = app.MapGroup($"{Page}/geraete").ExcludeFromDescription();
        devices.MapPost("", AddAsync);
        devices.MapPost("/{id:guid}/entfernung", RemoveAsync);
    }

    // A form parameter makes the framework check the antiforgery token. What the fields hold the script has put there.
    private static async Task<IResult> AddAsync(
        HttpContext context, PushDevices devices, [FromForm(Name = "endpoint")] string? endpoint, [FromForm(Name = "key")] string? key, [FromForm(Name = "secret")] string? secret,
        [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        var address = new PushAddress(endpoint ?? string.Empty, key ?? string.Empty, secret ?? string.Empty, InterfaceLanguages.Current);
        return await devices.AddAsync(context.Viewer(), new AddPushDevice(address, NameOf(context.Request.Headers.UserAgent.ToString())), context.RequestAborted) switch
        {
            Outcome<Guid>.Done => SeeOther.To($"{Page}?geraet=da#geraete"),
            Outcome<Guid>.Invalid invalid => SeeOther.To($"{Page}?geraet={invalid.Fields["device"]}#geraete"),
            Outcome<Guid>.Refused => SeeOther.To(Address.With("/konto/anmelden", ("zurueck", Page))),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> RemoveAsync(Guid id, HttpContext context, PushDevices devices, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        return await devices.RemoveAsync(context.Viewer(), id, context.RequestAborted) is Outcome<Guid>.Refused
            ? SeeOther.To(Address.With("/konto/anmelden", ("zurueck", Page)))
            : SeeOther.To($"{Page}?geraet=weg#geraete");
    }

    /// <summary>What somebody knows the device by, as far as the browser says it.</summary>
    internal static string NameOf(string agent)
    {
        // The order matters: most browsers name others, too.
        var browser = Array.Find(["Edg", "OPR", "SamsungBrowser", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari"], b => agent.Contains(b, StringComparison.Ordinal)) switch
        {
            "Edg" => "Edge", "OPR" => "Opera", "SamsungBrowser" => "Samsung Internet", "FxiOS" => "Firefox", "CriOS" => "Chrome", var other => other,
        };
        var system = Array.Find(["Android", "iPhone", "iPad", "Windows", "CrOS", "Mac OS X", "Linux"], s => agent.Contains(s, StringComparison.Ordinal)) switch { "Mac OS X" => "macOS", "CrOS" => "ChromeOS", var other => other };
        return browser is null && system is null ? NoticesTexts.DeviceUnknown : string.Join(", ", new[] { browser, system }.OfType<string>());
    }
}
