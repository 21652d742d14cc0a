namespace Beirat.Network.Web.Exchange;

/// <summary>Files that are made for one viewer: nobody keeps them on the way.</summary>
internal static class Downloads
{
    public static void Prepare(HttpResponse response, string type, string name)
    {
        response.ContentType = type;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }
}
