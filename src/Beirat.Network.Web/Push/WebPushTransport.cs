using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Beirat.Network.Common;
using Beirat.Network.Notices;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Notices;

namespace Beirat.Network.Web.Push;

/// <summary>Hands messages to push services (RFC 8030).</summary>
internal sealed class WebPushTransport(VapidKey key, PushHosts hosts, HttpMessageHandler handler) : IPushTransport, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(handler) { Timeout = Patience };

    /// <summary>No redirects, cookies or proxies: a push service answers itself.</summary>
    public static HttpMessageHandler Handler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = PublicAddresses.ConnectAsync,
        ConnectTimeout = Patience, PooledConnectionLifetime = TimeSpan.FromMinutes(10), MaxResponseHeadersLength = 16,
    };

    public async Task SendAsync(PushLetter letter, CancellationToken cancellation)
    {
        // The list may have become shorter since the device was taken in.
        if (!hosts.Take(letter.Address.Endpoint)) throw new PushFaultException("unknown host", gone: false);
        try
        {
            using var request = await ComposeAsync(letter, cancellation);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.IsSuccessStatusCode) return;
            // RFC 8030, section 7.3: 404 for a subscription that has ended; 410 is used for the same.
            throw new PushFaultException(string.Create(CultureInfo.InvariantCulture, $"http {(int)answer.StatusCode}"), answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new PushFaultException("no connection", gone: false, fault);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpRequestMessage> ComposeAsync(PushLetter letter, CancellationToken cancellation)
    {
        var (address, endpoint) = (letter.Address, new Uri(letter.Address.Endpoint));
        var text = Say.In(address.Language, () => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["title"] = NoticesTexts.PushNoticeTitle, ["body"] = NoticesTexts.PushNoticeText,
            ["lang"] = address.Language, ["dir"] = Languages.Direction(address.Language), ["address"] = "/konto/neuigkeiten",
        }));
        var body = PushEncryption.Encrypt(text, Base64Url.DecodeFromChars(address.Key), Base64Url.DecodeFromChars(address.Secret));
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower, Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.TryAddWithoutValidation("Authorization", await key.SignAsync(endpoint, cancellation));
        request.Headers.Add("TTL", ((long)letter.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Urgency", "normal");
        // A later one takes the place of an earlier one that still waits for the device (RFC 8030, section 5.4).
        request.Headers.Add("Topic", "neues");
        return request;
    }
}
