using Beirat.Network.Common;

namespace Beirat.Network.Web.Consents;

/// <summary>How an audience is named in an address.</summary>
internal static class ViewAs
{
    public static string Key(Audience audience) => audience switch
    {
        Audience.Organizations => "organisationen",
        Audience.Members => "mitglieder",
        Audience.Staff => "stabsstelle",
        _ => "oeffentlich",
    };

    /// <summary>Null when the text names no audience.</summary>
    public static Audience? Parse(string? key) => Audiences.All.Where(a => Key(a) == key).Select(a => (Audience?)a).FirstOrDefault();
}
