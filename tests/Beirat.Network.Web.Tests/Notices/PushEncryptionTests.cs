using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beirat.Network.Notices;
using Beirat.Network.Testing;
using Beirat.Network.Web.Push;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beirat.Network.Web.Tests.Notices;

/// <summary>What leaves for a push service: readable by the device alone, signed by the portal, and to the open internet only.</summary>
public sealed class PushEncryptionTests : IDisposable
{
    private readonly PortalFactory _portal = new PortalFactory().With("Beirat:Push:Contact", "mailto:portal@beirat.example");

    public void Dispose() => _portal.Dispose();

    /// <summary>RFC 8291, section 5 and appendix A.</summary>
    [Fact]
    public void The_example_of_the_standard_comes_out_byte_for_byte()
    {
        var asPoint = Base64Url.DecodeFromChars("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var own = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256, D = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), Q = new ECPoint { X = asPoint[1..33], Y = asPoint[33..] },
        });

        var body = PushEncryption.Encrypt(
            Encoding.UTF8.GetBytes("When I grow up, I want to be a watermelon"),
            Base64Url.DecodeFromChars("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg"), own, Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Fact]
    public async Task A_message_can_be_read_by_its_device_alone_and_says_only_that_there_is_something()
    {
        using var device = new Device("https://fcm.googleapis.com/send/abc");
        using var service = new Service(HttpStatusCode.Created);
        using var transport = Transport(service);

        await transport.SendAsync(new PushLetter(device.Address("tr"), TimeSpan.FromHours(2)), CancellationToken.None);
        await transport.SendAsync(new PushLetter(device.Address("ar"), TimeSpan.FromHours(2)), CancellationToken.None);

        var request = service.Requests[0];
        Assert.Equal(("POST", "https://fcm.googleapis.com/send/abc"), (request.Method, request.Address));
        Assert.Equal(("7200", "aes128gcm", "neues"), (request.Headers["TTL"], request.Headers["Content-Encoding"], request.Headers["Topic"]));
        var turkish = JsonDocument.Parse(device.Decrypt(request.Body)).RootElement;
        Assert.Equal(["title", "body", "lang", "dir", "address"], turkish.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Tartışmalarınızda yenilik var", turkish.GetProperty("title").GetString());
        Assert.Equal("rtl", JsonDocument.Parse(device.Decrypt(service.Requests[1].Body)).RootElement.GetProperty("dir").GetString());
        Assert.NotEqual(service.Requests[0].Body[..16], service.Requests[1].Body[..16]);
        using var other = new Device("https://fcm.googleapis.com/send/abc");
        Assert.ThrowsAny<CryptographicException>(() => other.Decrypt(request.Body));
    }

    [Fact]
    public async Task The_portal_signs_for_the_service_that_it_sends_to_with_one_key_over_restarts()
    {
        using var device = new Device("https://updates.push.services.mozilla.com/wpush/v2/xyz");
        using var service = new Service(HttpStatusCode.Created);
        using var transport = Transport(service);
        await transport.SendAsync(new PushLetter(device.Address("de"), TimeSpan.FromHours(1)), CancellationToken.None);

        var parts = service.Requests[0].Headers["Authorization"].Split(["t=", ", k="], StringSplitOptions.None);
        Assert.Equal("vapid ", parts[0]);
        var token = parts[1].Split('.');
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement;
        Assert.Equal("https://updates.push.services.mozilla.com", claims.GetProperty("aud").GetString());
        Assert.Equal("mailto:portal@beirat.example", claims.GetProperty("sub").GetString());
        var now = DateTimeOffset.Parse(Cast.Clock, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        Assert.InRange(claims.GetProperty("exp").GetInt64(), now + 60, now + (24 * 60 * 60));
        var point = Base64Url.DecodeFromChars(parts[2]);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

        using var again = ActivatorUtilities.CreateInstance<VapidKey>(_portal.Services);
        Assert.Equal(parts[2], await again.PublicAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, true)]
    [InlineData(HttpStatusCode.Gone, true)]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, false)]
    [InlineData(HttpStatusCode.Found, false)]
    public async Task Only_what_the_service_says_is_gone_counts_as_gone(HttpStatusCode status, bool gone)
    {
        using var device = new Device("https://fcm.googleapis.com/send/abc");
        using var service = new Service(status);
        using var transport = Transport(service);

        var fault = await Assert.ThrowsAsync<PushFaultException>(() => transport.SendAsync(new PushLetter(device.Address("de"), TimeSpan.FromHours(1)), CancellationToken.None));

        Assert.Equal((gone, $"http {(int)status}"), (fault.Gone, fault.Code));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_list_any_more_is_not_asked()
    {
        using var device = new Device("https://push.example/abc");
        using var service = new Service(HttpStatusCode.Created);
        using var transport = Transport(service);

        var fault = await Assert.ThrowsAsync<PushFaultException>(() => transport.SendAsync(new PushLetter(device.Address("de"), TimeSpan.FromHours(1)), CancellationToken.None));

        Assert.False(fault.Gone);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("142.250.185.74", true)]
    [InlineData("2a00:1450:4001:81c::200a", true)]
    [InlineData("::ffff:142.250.185.74", true)]
    public void Only_the_open_internet_is_connected_to(string address, bool open) => Assert.Equal(open, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_points_into_the_house_is_not_connected_to()
    {
        using var http = new HttpClient(WebPushTransport.Handler());
        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("https://localhost/"));
        Assert.Contains("no public address", fault.InnerException?.Message ?? fault.Message, StringComparison.Ordinal);
    }

    private WebPushTransport Transport(Service service) => new(_portal.Services.GetRequiredService<VapidKey>(), PushHosts.Usual, service);

    /// <summary>A browser's side of it.</summary>
    private sealed class Device(string endpoint) : IDisposable
    {
        private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        private readonly byte[] _secret = RandomNumberGenerator.GetBytes(16);

        private byte[] Point => PushEncryption.PointOf(_key.ExportParameters(false));

        public PushAddress Address(string language) => new(endpoint, Base64Url.EncodeToString(Point), Base64Url.EncodeToString(_secret), language);

        public string Decrypt(byte[] body)
        {
            var (salt, sender, sealedText) = (body[..16], body[21..86], body[86..]);
            using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
            var shared = _key.DeriveKeyFromHmac(other.PublicKey, HashAlgorithmName.SHA256, _secret);
            var root = HKDF.Extract(HashAlgorithmName.SHA256, HKDF.Expand(HashAlgorithmName.SHA256, shared, 32, [.. "WebPush: info\0"u8, .. Point, .. sender]), salt);
            using var cipher = new AesGcm(HKDF.Expand(HashAlgorithmName.SHA256, root, 16, "Content-Encoding: aes128gcm\0"u8.ToArray()), 16);
            var text = new byte[sealedText.Length - 16];
            cipher.Decrypt(HKDF.Expand(HashAlgorithmName.SHA256, root, 12, "Content-Encoding: nonce\0"u8.ToArray()), sealedText[..^16], sealedText[^16..], text);
            return Encoding.UTF8.GetString(text[..^1]);
        }

        public void Dispose() => _key.Dispose();
    }

    private sealed class Service(HttpStatusCode status) : HttpMessageHandler
    {
        public List<(string Method, string Address, Dictionary<string, string> Headers, byte[] Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var headers = request.Headers.Concat(request.Content!.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
            Requests.Add((request.Method.Method, request.RequestUri!.ToString(), headers, await request.Content.ReadAsByteArrayAsync(cancellationToken)));
            return new HttpResponseMessage(status);
        }
    }
}
