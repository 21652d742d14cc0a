using System.Collections.Frozen;

namespace Beirat.Network.Search.Analysis;

/// <summary>Words that frame a question more than they say what it is about: "Welche Möglichkeiten bietet …", "What types of …".</summary>
internal static class WeakWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Sets = new Dictionary<string, string>
    {
        ["de"] = "art arten weise form formen typ typen möglichkeit möglichkeiten bedeutung unterschied unterschiede grund gründe beispiel beispiele rolle voraussetzung voraussetzungen anforderung anforderungen vorteil vorteile nachteil nachteile "
            + "zweck ziel ziele aufgabe aufgaben regel regeln bereich bereiche sache dinge thema themen information informationen angebot angebote deutschland stadt ort orte stelle stellen person personen mensch menschen leute anzahl zahl "
            + "bieten bietet bot angeboten anbieten anbietet umfasst umfassen beinhaltet beinhalten enthält enthalten gehört gehören gilt gelten passiert passieren geschieht versteht verstehen bedeutet bedeuten erhalten erhält erhielt bekommen bekam "
            + "verwendet verwenden nutzen genutzt benutzen erfüllen erfüllt stattfinden stattfindet zuständig verantwortlich möglich notwendig nötig erforderlich wichtig verschieden verschiedene verschiedenen bestimmt bestimmte bestimmten unterschiedlich "
            + "besonders insgesamt genau normalerweise eigentlich lange oft hoch groß große großen neu neue neuen erste ersten beim zur zum innerhalb außerhalb während sowie geben gegeben kommen kommt kam stehen bleibt bleiben lassen lässt liegt liegen tun tut "
            + "dient dienen betrifft betreffen beachten beachtet ablauf abläuft unterstützt erklärt erklären beschreibt genommen nehmen nimmt",
        ["en"] = "kind kinds type types way ways form forms example examples role difference requirement requirements purpose information possibility possibilities option options thing things germany city place places person people number offer offers offered "
            + "provide provides provided include includes included mean means happen happens use used available possible necessary required different certain first new long often important work works take takes make makes",
        ["fr"] = "type types sorte sortes moyen façon exemple rôle différence but information informations possibilité possibilités chose choses allemagne ville lieu lieux personne personnes gens nombre offre offrir offert proposer proposé proposés inclure comprend signifie utiliser disponible disponibles possible nécessaire différents différentes certain nouveau premier première",
        ["tr"] = "tür türü türleri çeşit şekil örnek rol fark amaç bilgi imkan imkanlar şey almanya şehir yer kişi kişiler insan insanlar sayı sunmak sunulan sunuyor kapsar demek kullanmak mümkün gerekli farklı belirli yeni ilk",
        ["ar"] = "نوع أنواع طريقة مثال دور فرق هدف معلومات إمكانية شيء ألمانيا مدينة مكان شخص أشخاص الأشخاص ناس عدد تقدم يقدم تشمل يشمل تعني متاحة متاح ممكن ضروري مختلفة جديد",
        ["uk"] = "вид види тип типи спосіб приклад роль різниця мета інформація можливість можливості річ німеччина німеччині місто місті місце особа особи люди число надає надають пропонує пропонують пропонуються включає означає доступні можливо необхідно різні певні новий перший існують існує",
        ["ru"] = "вид виды тип типы способ пример роль разница цель информация возможность возможности вещь германия германии город городе место лицо лица люди число предоставляет предлагает предлагаются включает означает доступны возможно необходимо разные определенные новый первый существуют",
        ["ro"] = "tip tipuri fel mod exemplu rol diferență scop informații posibilitate lucru germania oraș loc persoană persoane oameni număr oferă oferite include înseamnă disponibil posibil necesar diferit anumit nou prim",
    }.ToFrozenDictionary(l => l.Key, l => l.Value.Split(' ').Select(Stems.For(l.Key).Fold).ToFrozenSet(StringComparer.Ordinal));

    public static bool Contains(string folded, string language) => Sets.TryGetValue(language, out var words) && words.Contains(folded);
}
