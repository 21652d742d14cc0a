namespace Beirat.Network.Notices;

/// <summary>A message to a device. It says that there is something new, and nothing of what it is: who may read that is asked when the portal is opened.</summary>
/// <param name="Address">Where, by which keys, and in which language.</param>
/// <param name="Lifetime">How long the push service keeps it for a device that is off: not into quiet hours.</param>
public sealed record PushLetter(PushAddress Address, TimeSpan Lifetime);

/// <summary>Hands messages for devices to their push services. The portal has one when that is set up; without it nothing is offered.</summary>
public interface IPushTransport
{
    /// <exception cref="PushFaultException">It was not taken.</exception>
    Task SendAsync(PushLetter letter, CancellationToken cancellation);
}

/// <summary>The message was not taken. <see cref="Gone"/>: the device wants no more, or there is no such device.</summary>
public sealed class PushFaultException(string code, bool gone, Exception? inner = null) : Exception(code, inner)
{
    public string Code { get; } = code;

    public bool Gone { get; } = gone;
}

/// <summary>Hosts of push services to which the portal sends; "*." stands for all below. Anybody who is signed in could name any other.</summary>
public sealed record PushHosts(IReadOnlyList<string> Names)
{
    /// <summary>Those of the browsers in use: Chrome and others, Firefox, Safari, Edge.</summary>
    public static readonly PushHosts Usual = new(["fcm.googleapis.com", "*.push.services.mozilla.com", "web.push.apple.com", "*.push.apple.com", "*.notify.windows.com"]);

    /// <summary>True for https at its usual port, at one of the hosts.</summary>
    public bool Take(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", IsDefaultPort: true, UserInfo: "", HostNameType: UriHostNameType.Dns }
        && Names.Any(n => n.StartsWith("*.", StringComparison.Ordinal) ? uri.Host.EndsWith(n[1..], StringComparison.OrdinalIgnoreCase) : uri.Host.Equals(n, StringComparison.OrdinalIgnoreCase));
}
