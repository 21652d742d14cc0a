using System.Net.Http.Headers;
using Beirat.Network.Common;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>What the first view of a thread sends over the wire, compressed.</summary>
internal static class WeightFigures
{
    public static async Task PrintAsync(PortalProcess portal)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var thread = $"/diskussionen/{NamedId.For("discussion", "turmstrasse-was-wurde-daraus")}";
        using var plain = new HttpClient { BaseAddress = portal.Address };
        var page = Visitor.Parse(await plain.GetStringAsync(thread));
        var parts = page.QuerySelectorAll("link[rel=stylesheet]").Select(e => e.GetAttribute("href"))
            .Concat(page.QuerySelectorAll("script[src], img[src]").Select(e => e.GetAttribute("src")))
            .Append("/fonts/beirat-sans-latin.woff2").Append("/fonts/beirat-sans-cyrillic.woff2").Append("/images/strands.svg").Append("/images/kicker.svg");
        Table.Head("First view of a thread", "bytes");
        var total = 0;
        foreach (var path in parts.Prepend(thread).Distinct())
        {
            var size = (await http.GetByteArrayAsync(path)).Length;
            total += size;
            Table.Row(path!.Length > 40 ? path[..40] : path, size);
        }

        Table.Row("together (limit 120,000)", total);
    }
}
