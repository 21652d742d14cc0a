namespace Beirat.Network.Testing;

/// <summary>Every kind of page, by an address that shows it with content.</summary>
public static class Pages
{
    /// <summary>Those of the public pages that answer with a refusal.</summary>
    public static readonly string[] Refused = ["/abbestellen/falsch", "/gibt-es-nicht"];

    public static readonly string[] Public =
    [
        "/", "/beirat", "/beirat?stand=2026-01-15", "/mitglieder", "/mitglieder/aylin-demirtas", "/organisationen",
        "/organisationen/balkan-bruecke", "/netzwerk", "/netzwerk?mitte=person:aylin-demirtas", "/netzwerk/abdeckung", "/netzwerk/abdeckung/aufruf?thema=wohnen&spricht=ar", "/themen", "/themen/wohnungssuche", "/wissen", "/wissen/einschulung-erstes-schuljahr", "/wissen/einschulung-erstes-schuljahr/fassungen", "/wissen/sammlungen",
        "/wissen/wohnung-suchen-und-mieten-ar", "/suche", "/suche?q=Wohnungssuche", "/suche?q=xyzzyqq", "/beratung",
        "/beratung?q=Wohnungssuche+Familien&einsatz=dolmetschen&liste=yusuf-al-hamdani&liste=linh-nguyen", "/beratung?q=Quantenchromodynamik", "/beratung?q=Erinnerung&spricht=tr",
        "/beratung/vergleich?q=Wohnungssuche&liste=yusuf-al-hamdani&liste=linh-nguyen", "/diskussionen", "/diskussionen?stand=offen&in=ar", "/netiquette", "/veranstaltungen", "/veranstaltungen/beteiligung-turmstrasse",
        "/beratung/anfragen", Request("wohnung-grosse-familien"),
        "/organisationen/balkan-bruecke/nachricht/dragan-petrovic", "/mitglieder/aylin-demirtas/nachricht", "/konto/anmelden", "/barrierefreiheit", "/datenschutz", "/impressum", "/abbestellen/falsch", "/gibt-es-nicht",
    ];

    /// <summary>What a member sees of their own.</summary>
    public static readonly string[] OfMembers =
    [
        "/", "/konto", "/beratung?q=Schule", "/konto/profil", "/konto/profil/angaben", "/konto/profil/sprachen", "/konto/profil/berufe",
        "/konto/profil/themen", "/konto/profil/erfahrung", "/konto/profil/wirkungskreis", "/konto/profil/verfuegbarkeit", "/konto/profil/foto",
        "/konto/sichtbarkeit", "/konto/auffindbarkeit?q=Schule", "/konto/nachrichten", "/konto/suchen", "/suche?q=Verein&zeit=aelter", "/konto/daten", "/mitglieder/aylin-demirtas?ansicht=oeffentlich",
        "/wissen/neu", "/wissen/sammlungen/neu", "/konto/wissen", "/konto/belege", "/konto/belege?art=claim", $"/konto/belege/Claim/{Common.NamedId.For("topic", "bildung")}", "/mitglieder/murat-kocabas/referenz", Thread("wohnungssuche-mit-grosser-familie"), "/organisationen/afrika-forum/rolle", "/organisationen/tuerkisch-deutscher-frauenverein/angaben",
        "/diskussionen?meine=eigene&kreis=Members", "/diskussionen/neu?thema=bildung", "/konto/entwuerfe", "/konto/fragen", "/konto/meldungen", Thread("wohnungssuche-mit-grosser-familie") + "?sprachen=de", Thread("wohnungssuche-mit-grosser-familie") + "?zitat=2",
        Post("wohnungssuche-mit-grosser-familie", 2) + "/uebersetzung", Post("wohnungssuche-mit-grosser-familie", 2) + "/meldung",
        "/beratung/anfragen?liste=an-mich", "/beratung/anfragen/neu?an=dragan-petrovic", "/beratung/auslastung", "/konto/benachrichtigungen", "/konto/neuigkeiten", "/konto/mitteilungen",
        Request("dolmetschen-elternabende"), Request("dolmetschen-elternabende") + "/antwort",
    ];

    /// <summary>What the city office works with.</summary>
    public static readonly string[] OfStaff =
    [
        "/verwaltung", "/verwaltung/beirat", "/verwaltung/beirat/sitze/12/besetzen?platz=1", "/verwaltung/beirat/aenderungen", "/verwaltung/uebergaben",
        "/verwaltung/wissen", "/verwaltung/meldungen", "/verwaltung/meldungen?stand=entschieden", "/wissen/ankommen-in-heilbronn", "/wissen/ankommen-in-heilbronn/bearbeiten", "/verwaltung/antraege", "/verwaltung/belege", "/verwaltung/belege?stand=entschieden", "/verwaltung/suchen?stelle=beratung", "/verwaltung/personen?q=a", "/verwaltung/organisationen/tuerkisch-deutscher-frauenverein", "/verwaltung/personen/goran-ilic/loeschen",
        Thread("vorbereitung-der-sitzung-im-dezember") + "/leitung", Post("wohnungssuche-mit-grosser-familie", 2) + "/entfernen",
        "/beratung/anfragen?liste=offen", Request("namen-der-strassen"), Request("namen-der-strassen") + "/weitergabe",
        Request("dolmetschen-elternabende") + "/entwurf", Request("wohnung-grosse-familien") + "/fassungen/vergleich?von=1&bis=2",
    ];

    /// <summary>A request for advice by its name in the seed file.</summary>
    public static string Request(string name) => $"/beratung/anfragen/{Common.NamedId.For("request", name)}";

    /// <summary>A thread by the slug of its seed file.</summary>
    public static string Thread(string slug) => $"/diskussionen/{Common.NamedId.For("discussion", slug)}";

    /// <summary>A post of such a thread by its number.</summary>
    public static string Post(string slug, int number) => $"{Thread(slug)}/beitraege/{Common.NamedId.For("post", $"{slug}/{number}")}";
}
