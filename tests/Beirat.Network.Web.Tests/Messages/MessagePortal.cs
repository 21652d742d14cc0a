using System.Globalization;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Beirat.Network.Web.Tests.Messages;

/// <summary>The portal at a time that stands still, and what people do there when they write to each other.</summary>
public class MessagePortal : PortalFactory
{
    public const string Organization = "/organisationen/tuerkisch-deutscher-frauenverein";

    public const string ToOrganization = Organization + "/nachricht/aylin-demirtas";

    public const string ToPerson = "/mitglieder/aylin-demirtas/nachricht";

    public const string Inbox = "/konto/nachrichten";

    /// <summary>Longer than a person needs at least.</summary>
    public static readonly TimeSpan Typing = TimeSpan.FromSeconds(10);

    public MessagePortal() => With("Beirat:MessagesPerMinute", "100000").With("Beirat:MessagesPerPersonAndDay", "100000").With("Beirat:MessagesToOnePersonPerDay", "100000");

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse(Cast.Clock, CultureInfo.InvariantCulture));

    /// <summary>Opens the form, takes some time and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(Visitor visitor, string page, string text, params (string Name, string Value)[] fields)
    {
        var form = await visitor.PageAsync(page);
        Time.Advance(Typing);
        return await visitor.SubmitAsync(form, page, "main form", [("Entry.Sender", "Verein Beispiel"), ("Entry.Text", text), .. fields]);
    }

    /// <summary>Writes as a visitor and gives the secret address that the portal shows then.</summary>
    public async Task<string> WriteAsync(Visitor visitor, string text, string page = ToPerson, params (string Name, string Value)[] fields)
    {
        using var sent = await SendAsync(visitor, page, text, fields);
        var address = sent.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"Not sent: {(int)sent.StatusCode}.");
        return (await visitor.PageAsync(address)).QuerySelector("#adresse a.button")!.GetAttribute("href")!;
    }

    /// <summary>Where somebody signed in finds a conversation that says this; null when they do not.</summary>
    public static async Task<string?> FindAsync(Visitor somebody, string words) =>
        (await somebody.PageAsync(Inbox)).QuerySelectorAll(".card").FirstOrDefault(c => c.TextContent.Contains(words, StringComparison.Ordinal))
            ?.QuerySelector("h2 a")?.GetAttribute("href");

    public static async Task<IHtmlDocument> PageOf(HttpResponseMessage answer) => Testing.Visitor.Parse(await answer.Content.ReadAsStringAsync());

    public static string Words(string beginning) => $"{beginning} {Guid.NewGuid():N}";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Time);
        });
    }
}
