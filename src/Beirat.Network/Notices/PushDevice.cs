using Beirat.Network.Mail;

namespace Beirat.Network.Notices;

/// <summary>
/// A device (a browser on it) to which somebody lets the portal send messages. What is sent says only that there is something new,
/// so that one mark is all that has to be kept until it is sent.
/// </summary>
public sealed class PushDevice
{
    public const int MaxEndpointLength = 1000;

    public const int MaxNameLength = 80;

    /// <summary>After so many tries in vain the message is given up; the news stand in the portal.</summary>
    public const int MostAttempts = 5;

    private PushDevice() { }

    internal PushDevice(Guid accountId, PushAddress address, string name, DateTimeOffset now)
    {
        (Id, AccountId, Endpoint, AddedAt) = (Guid.CreateVersion7(), accountId, address.Endpoint, now);
        Renew(address, name);
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The address at the push service: whoever knows it and the keys may send.</summary>
    public string Endpoint { get; private set; } = string.Empty;

    /// <summary>Public key of the device (P-256, base64url).</summary>
    public string Key { get; private set; } = string.Empty;

    /// <summary>Its authentication secret (base64url).</summary>
    public string Secret { get; private set; } = string.Empty;

    /// <summary>Language of the messages: that in which the person used the portal on this device.</summary>
    public string Language { get; private set; } = string.Empty;

    /// <summary>What the person knows it by ("Firefox, Android").</summary>
    public string Name { get; private set; } = string.Empty;

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When to send, or to try again; null: there is nothing to send.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public int Attempts { get; private set; }

    public int Version { get; private set; }

    /// <summary>The device says its keys again, perhaps new ones.</summary>
    internal void Renew(PushAddress address, string name) => (Key, Secret, Language, Name) = (address.Key, address.Secret, address.Language, name);

    /// <summary>There is something to tell; several things before it is sent are one message.</summary>
    internal void Wake(DateTimeOffset now) => (DueAt, Attempts) = (now, 0);

    /// <summary>Waits for the end of quiet hours; true when it has to.</summary>
    internal bool Rest(QuietHours? quiet, DateTimeOffset now)
    {
        if (quiet?.Cover(now) != true) return false;
        DueAt = quiet.Value.FreeFrom(now);
        return true;
    }

    /// <summary>Counts a try before it is made and keeps others away meanwhile.</summary>
    internal void BeTried(DateTimeOffset now) => (Attempts, DueAt) = (Attempts + 1, now + OutgoingMail.PauseAfter(Attempts + 1));

    internal void BeSent() => (DueAt, Attempts) = (null, 0);

    internal void Fail()
    {
        if (Attempts >= MostAttempts) BeSent();
    }
}

/// <summary>What a browser gives out when somebody allows messages (W3C Push API, PushSubscription), and the language to use.</summary>
public sealed record PushAddress(string Endpoint, string Key, string Secret, string Language);

/// <summary>The key by which the portal proves to push services that it is itself (RFC 8292), protected by whoever keeps it.</summary>
public sealed class PushKey
{
    public const string Only = "vapid";

    private PushKey() { }

    internal PushKey(string protectedKey, DateTimeOffset at) => (Name, Protected, At) = (Only, protectedKey, at);

    public string Name { get; private set; } = string.Empty;

    public string Protected { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }
}
