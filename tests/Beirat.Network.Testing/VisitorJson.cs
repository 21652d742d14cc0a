using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Beirat.Network.Testing;

/// <summary>The JSON side of a visitor, and what tests of threads ask often.</summary>
public static class VisitorJson
{
    public static async Task<JsonElement> JsonAsync(this Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(address);
        return await answer.JsonAsync();
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var json = await JsonDocument.ParseAsync(body);
        return json.RootElement.Clone();
    }

    public static Task<HttpResponseMessage> PostAsync(this Visitor visitor, Guid discussion, string text, Guid? key = null, string language = "de") =>
        visitor.Http.PostAsJsonAsync(Threads.Api(discussion), new { text, language, key = key ?? Guid.NewGuid() });

    /// <summary>The number of the last post, as this visitor sees it.</summary>
    public static async Task<long> LastAsync(this Visitor visitor, Guid discussion) =>
        (await visitor.JsonAsync($"{Threads.Api(discussion)}?nach=1000000")).GetProperty("last").GetInt64();

    public static Visitor With(this Visitor visitor, string token)
    {
        visitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return visitor;
    }
}
