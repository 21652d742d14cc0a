using System.Collections.Frozen;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;

namespace Beirat.Network.Search.Analysis;

/// <summary>Words that carry no subject. They are indexed, but a question is not measured by them unless it has nothing else.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Sets = new Dictionary<string, FrozenSet<string>>
    {
        ["de"] = Of("de", GermanAnalyzer.DefaultStopSet,
            "wer wo wie was wann warum wieso weshalb wohin woher womit worüber wofür wodurch welche welcher welches welchen welchem wessen wem wen kann können könnte könnten kannst muss müssen musste soll sollte sollten darf dürfen durfte "
            + "gibt geben gab hilft helfen bitte kennt kennen weiß wissen brauche brauchen braucht suche suchen sucht jemand jemanden frage fragen möchte möchten will wollen läuft viele viel einige mehr sehr auch schon noch dort hier dafür damit "
            + "dabei dazu daran heißt heißen nennt genannt bekomme bekommt bekommen finde finden findet mache machen macht gehe gehen geht steht stehen besteht wird werden wurde wurden worden sei seien hat haben hatte hatten ist sind war waren "
            + "etwas alle allem allen aller alles man mich mir mein meine meinem meinen meiner sich sie ihr ihre ihrem ihren ihrer er es wir uns unser unsere du dich dir dein deine ihnen"),
        ["en"] = Of("en", null,
            "a about after all also am an and any are as at be been being between both but by can could did do does doing each for from get gets give given had has have having he her here him his how i if in into is it its itself just like may me "
            + "might more most much must my need no nor not of off on one only or other our ours out over own please same shall she should so some such than that the their theirs them then there these they this those through to too under until up us "
            + "very was we were what when where which while who whom whose why will with would you your yours want many find called name named"),
        ["tr"] = Of("tr", TurkishAnalyzer.DefaultStopSet, "nerede nereden nereye nasıl kim kime kimin kaç hangi hangisi ne neden niçin niye zaman olarak olan olduğu oldu olur için ile bir bu şu o ve veya mı mi mu mü var yok ister misiniz lazım gerekir gerek"),
        ["ar"] = Of("ar", ArabicAnalyzer.DefaultStopSet, "أين كيف متى ماذا لماذا كم أي هل من ما هي هو يمكن يمكنني يجب علي على في إلى عن التي الذي الذين كان كانت يكون تم عند مع أن لدى لي"),
        ["uk"] = Of("uk", null,
            "а або але без би бо був була були було в вам вас весь вже ви від він вона вони воно все всі всіх де для до його її їх є же за з зі із і й інші коли ким кого кому куди ли лише мене мені ми мій може можна мої має мають на над нам нас наш не ним них ні ніж но "
            + "о об один одна однак перед по під після при про саме свій себе скільки собі та так також таке такий там те ти тим то того тоді той тому тільки треба у хто це цей ці цієї цього цьому чи через чим чому що щоб щодо я як яка яке який які якими яких якого якому яку якій якщо потрібно"),
        ["ru"] = Of("ru", RussianAnalyzer.DefaultStopSet, "где как кто что когда куда откуда почему зачем сколько какой какая какое какие каких каким какую который которая которые которых можно нужно могу это этот эта эти был была были было является"),
        ["fr"] = Of("fr", FrenchAnalyzer.DefaultStopSet, "où qui que quoi quand comment pourquoi combien quel quelle quels quelles lequel laquelle est sont être avoir ont a peut peuvent puis-je doit doivent dois faut il elle on je j ai vous nous votre notre mon ma mes se s d l c n qu"),
        ["ro"] = Of("ro", RomanianAnalyzer.DefaultStopSet, "unde cum cine ce când câți câte care cărui pot poate trebuie este sunt fost era au are a al ale lui să se pentru din cu la pe în de"),
        ["fa"] = Of("fa", PersianAnalyzer.DefaultStopSet, "کجا چگونه چه کی کدام چرا آیا است هست از به در با برای که را می توان باید"),
        ["kmr"] = Of("kmr", null, "li ku kî çi çawa çima kengî ji bo û an jî di de da ez tu ew em hûn min te wî wê me we heye hene dikare divê"),
    }.ToFrozenDictionary();

    /// <summary>Languages that have a list.</summary>
    public static IEnumerable<string> Languages => Sets.Keys;

    /// <param name="folded">A word as the stems of the language fold it.</param>
    /// <param name="language">BCP 47.</param>
    public static bool Contains(string folded, string language) => Sets.TryGetValue(language, out var words) && words.Contains(folded);

    /// <param name="folded">A word in folded letters.</param>
    public static bool IsGerman(string folded) => Sets["de"].Contains(folded);

    private static FrozenSet<string> Of(string language, CharArraySet? known, string more)
    {
        var stems = Stems.For(language);
        return (known?.Select(w => new string(w.ToString())) ?? []).Concat(more.Split(' ')).Select(stems.Fold).ToFrozenSet(StringComparer.Ordinal);
    }
}
