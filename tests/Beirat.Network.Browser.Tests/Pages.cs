namespace Beirat.Network.Browser.Tests;

/// <summary>Every kind of page, by an address that shows it with content.</summary>
internal static class Pages
{
    public static readonly string[] Public =
    [
        "/", "/beirat", "/beirat?stand=2026-01-15", "/mitglieder", "/mitglieder/aylin-demirtas", "/organisationen",
        "/organisationen/balkan-bruecke", "/netzwerk", "/netzwerk?mitte=person:aylin-demirtas", "/netzwerk/abdeckung", "/netzwerk/abdeckung/aufruf?thema=wohnen&spricht=ar", "/themen", "/themen/wohnungssuche", "/wissen", "/wissen/einschulung-erstes-schuljahr",
        "/wissen/wohnung-suchen-und-mieten-ar", "/suche", "/suche?q=Wohnungssuche", "/suche?q=xyzzyqq", "/beratung",
        "/beratung?q=Wohnungssuche+Familien", "/diskussionen", "/veranstaltungen", "/veranstaltungen/beteiligung-turmstrasse",
        "/organisationen/balkan-bruecke/nachricht/dragan-petrovic", "/mitglieder/aylin-demirtas/nachricht", "/konto/anmelden", "/barrierefreiheit", "/datenschutz", "/impressum", "/gibt-es-nicht",
    ];

    /// <summary>A thread by the slug of its seed file.</summary>
    public static string Thread(string slug) => $"/diskussionen/{Beirat.Network.Common.NamedId.For("discussion", slug)}";
}
