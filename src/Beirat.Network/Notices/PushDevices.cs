using System.Buffers.Text;
using System.Security.Cryptography;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Notices;

/// <summary>A device of the viewer as they know it.</summary>
public sealed record PushDeviceView(Guid Id, string Name, string Language, DateTimeOffset AddedAt);

/// <summary>Lets the portal send messages to a device of the viewer.</summary>
public sealed record AddPushDevice(PushAddress Address, string Name);

/// <summary>The devices of the viewer.</summary>
public sealed class PushDevices
{
    /// <summary>Of one account: each is sent to.</summary>
    public const int Most = 10;

    private const int KeyLength = 65;
    private const int SecretLength = 16;

    private readonly NetworkDb _db;
    private readonly PushHosts? _hosts;
    private readonly TimeProvider _time;

    internal PushDevices(NetworkDb db, PushHosts? hosts, TimeProvider time) => (_db, _hosts, _time) = (db, hosts, time);

    /// <summary>True when the portal can send to devices at all.</summary>
    public bool IsOn => _hosts is not null;

    public async Task<IReadOnlyList<PushDeviceView>> OwnAsync(Viewer viewer, CancellationToken cancellation = default) => viewer.AccountId is not { } account ? []
        : await _db.PushDevices.Where(d => d.AccountId == account).OrderBy(d => d.AddedAt).Take(Most)
            .Select(d => new PushDeviceView(d.Id, d.Name, d.Language, d.AddedAt)).ToListAsync(cancellation);

    /// <summary>The same device again renews it. A device that somebody else used before belongs to whoever uses it now.</summary>
    public async Task<Outcome<Guid>> AddAsync(Viewer viewer, AddPushDevice command, CancellationToken cancellation = default)
    {
        if (_hosts is null) return new Outcome<Guid>.NotFound();
        if (viewer.AccountId is not { } account) return new Outcome<Guid>.Refused(Refusal.SignInFirst);
        var address = command.Address;
        if (address.Endpoint.Length > PushDevice.MaxEndpointLength || !_hosts.Take(address.Endpoint) || !IsKey(address.Key) || !IsSecret(address.Secret) || !Languages.IsKnown(address.Language))
            return new Outcome<Guid>.Invalid(new Dictionary<string, Refusal> { ["device"] = Refusal.NotAnAddress });
        var name = Excerpt.Beginning(TextRules.Clean(command.Name), PushDevice.MaxNameLength);
        for (var attempt = 1; ; attempt++)
        {
            var device = await _db.PushDevices.FirstOrDefaultAsync(d => d.Endpoint == address.Endpoint, cancellation);
            if (device is not null && device.AccountId != account)
            {
                _db.PushDevices.Remove(device);
                device = null;
            }

            if (device is null && await _db.PushDevices.CountAsync(d => d.AccountId == account, cancellation) >= Most)
                return new Outcome<Guid>.Invalid(new Dictionary<string, Refusal> { ["device"] = Refusal.TooMany });
            if (device is null) _db.PushDevices.Add(device = new PushDevice(account, address, name, _time.GetUtcNow()));
            else device.Renew(address, name);
            try
            {
                await _db.SaveChangesAsync(cancellation);
                return new Outcome<Guid>.Done(device.Id);
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                // Pressed twice, or a message was sent to it just now.
                _db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Nothing more is sent there. Doing it twice is doing it once.</summary>
    public async Task<Outcome<Guid>> RemoveAsync(Viewer viewer, Guid device, CancellationToken cancellation = default)
    {
        if (viewer.AccountId is not { } account) return new Outcome<Guid>.Refused(Refusal.SignInFirst);
        await _db.PushDevices.Where(d => d.Id == device && d.AccountId == account).ExecuteDeleteAsync(cancellation);
        return new Outcome<Guid>.Done(device);
    }

    // A point that is not on the curve would fail at each sending (RFC 8291, section 2.1).
    private static bool IsKey(string text)
    {
        if (Read(text) is not { Length: KeyLength } point || point[0] != 4) return false;
        try
        {
            using var key = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsSecret(string text) => Read(text) is { Length: SecretLength };

    private static byte[]? Read(string text)
    {
        try
        {
            return text.Length <= 100 ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
