using Beirat.Network.Notices;

namespace Beirat.Network.Web.Push;

/// <summary>Messages to devices (section "Beirat:Push").</summary>
/// <param name="Contact">Whom a push service asks when something is wrong with what we send: "mailto:…" or "https://…" (RFC 8292, section 2.1).</param>
/// <param name="Hosts">To which push services messages are sent.</param>
internal sealed record PushSettings(string Contact, PushHosts Hosts)
{
    /// <summary>Null without a contact: then nothing is sent to devices, and nothing of it is offered.</summary>
    /// <exception cref="InvalidDataException">A setting cannot be right.</exception>
    public static PushSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Beirat:Push");
        if (section["Contact"] is not { Length: > 0 } contact) return null;
        if (!Uri.TryCreate(contact, UriKind.Absolute, out var uri) || uri.Scheme is not ("mailto" or "https"))
            throw new InvalidDataException("Beirat:Push:Contact is an address like mailto:portal@example.org or https://example.org.");
        var hosts = section.GetSection("Hosts").GetChildren().Select(h => h.Value).OfType<string>().Where(h => h.Length > 0).ToList();
        return new PushSettings(contact, hosts.Count > 0 ? new PushHosts(hosts) : PushHosts.Usual);
    }
}
