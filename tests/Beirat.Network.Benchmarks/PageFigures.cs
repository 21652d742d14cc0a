using Beirat.Network.Common;

namespace Beirat.Network.Benchmarks;

/// <summary>Requests per second of a thread page with 50 posts, against static files of about its size from the same server.</summary>
internal static class PageFigures
{
    public static async Task PrintAsync(PortalProcess portal, TimeSpan span)
    {
        var thread = $"/diskussionen/{NamedId.For("discussion", "turmstrasse-was-wurde-daraus")}";
        var cookie = await SignIn.AsMemberAsync(portal.Address);
        var style = await Load.RunAsync(portal.Port, Load.Request("/css/site.css", "gzip, br"), span);
        var font = await Load.RunAsync(portal.Port, Load.Request("/fonts/beirat-sans-latin.woff2", "identity"), span);
        var anonymous = await Load.RunAsync(portal.Port, Load.Request(thread, "gzip, br"), span);
        var member = await Load.RunAsync(portal.Port, Load.Request(thread, "identity", cookie), span);
        var memberPacked = await Load.RunAsync(portal.Port, Load.Request(thread, "gzip, br", cookie), span);

        Table.Head("Thread page with 50 posts", "requests/s", "bytes each", "ratio to static");
        Table.Row("static file, compressed", style.PerSecond, style.Bytes, 1);
        Table.Row("anonymous, kept, compressed", anonymous.PerSecond, anonymous.Bytes, anonymous.PerSecond / style.PerSecond);
        Table.Row("static file of 26 kB", font.PerSecond, font.Bytes, 1);
        Table.Row("signed in, made anew", member.PerSecond, member.Bytes, member.PerSecond / font.PerSecond);
        Table.Row("signed in, made anew, compressed", memberPacked.PerSecond, memberPacked.Bytes, memberPacked.PerSecond / font.PerSecond);
        Table.Row("resident memory after load, MB", portal.Resident);
    }
}
