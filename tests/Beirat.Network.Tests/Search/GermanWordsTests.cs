using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>German as people write it, and as they type it.</summary>
public sealed class GermanWordsTests : IClassFixture<GermanTexts>
{
    private readonly GermanTexts _texts;

    public GermanWordsTests(GermanTexts texts) => _texts = texts;

    [Theory]
    [InlineData("Integration", "Integrationsthemen")]
    [InlineData("Integration", "Integrationsarbeit")]
    [InlineData("Integrationsrat", "Bundeszuwanderungs- und Integrationsrat")]
    [InlineData("Zuwanderungsrat", "Bundeszuwanderungs- und Integrationsrat")]
    [InlineData("Verein Migranten", "Migrantenvereinen")]
    [InlineData("Migrantenverein", "Verein für Migranten")]
    [InlineData("Hochschuldozent", "Hochschul-dozenten")]
    [InlineData("Architektin", "Innenarchitektin")]
    [InlineData("Architektin", "Innenarchitekt ")]
    [InlineData("Architekt", "Innenarchitektin")]
    [InlineData("Vertreterin", "Vertreter*innen")]
    [InlineData("Vertreter", "Vertreter:innen")]
    [InlineData("Vertreter", "VertreterInnen")]
    [InlineData("Vertreter", "Vertreter/-innen")]
    [InlineData("Vertreterinnen", "Vertreter nach")]
    [InlineData("elearning", "E-Learning-Kurs")]
    [InlineData("E-Learning", "e-Learning-Module")]
    [InlineData("e learning", "E-Learning-Kurs")]
    [InlineData("e-learning", "eLearning")]
    [InlineData("Turmstrasse", "Turmstraße")]
    [InlineData("TURMSTRASSE", "Turmstraße")]
    [InlineData("Buergerbuero", "Bürgerbüro")]
    [InlineData("Bürgerbüro", "Buergerbuero")]
    [InlineData("Beteiligung", "Bürgerbeteiligung")]
    [InlineData("Beteiligung", "Partizipation")]
    [InlineData("participation", "Teilhabe")]
    [InlineData("Mitwirkung", "Teilhabe")]
    [InlineData("Fortbildung", "Weiterbildungen")]
    [InlineData("Stadtrat", "Gemeinderat")]
    [InlineData("Bau", "Bauingenieur")]
    [InlineData("Rat", "Gemeinderat")]
    [InlineData("katılım", "Teilhabe")]
    [InlineData("участь", "Teilhabe")]
    [InlineData("участие", "Partizipation")]
    [InlineData("مشاركة", "Teilhabe")]
    [InlineData("Jugendhilfe", "Jugendarbeit und -hilfe")]
    [InlineData("Ärztin", "Arzt")]
    [InlineData("Einschulung", "Schuleinschulungstermin")]
    public void It_is_found(string question, string written) => Assert.Contains(_texts.Index.Find(question), t => t.Contains(written, StringComparison.Ordinal));

    [Theory]
    [InlineData("Rohr", "Sprachrohr")]
    [InlineData("Art", "Partizipation")]
    [InlineData("Bau", "Partizipation")]
    [InlineData("Ein", "Vereinbarung")]
    [InlineData("Tag", "Vertagung")]
    public void It_is_not_found(string question, string written) =>
        Assert.DoesNotContain(_texts.Index.Find(question), t => t.Contains(written, StringComparison.Ordinal));

    [Theory]
    [InlineData("Migrantenverein", "migrant verein")]
    [InlineData("Tagesordnungspunkt", "tagesordnung punkt")]
    [InlineData("Sprechstunde", "sprech stund")]
    [InlineData("Beratung", "")]
    [InlineData("Sprachrohr", "")]
    [InlineData("Partizipation", "")]
    [InlineData("Vertagung", "")]
    public void A_word_is_split_where_it_was_put_together(string word, string parts)
    {
        var forms = _texts.Index.Analysis.Forms(word, "de");

        Assert.Equal(parts, string.Join(' ', Beirat.Network.Search.Analysis.CompoundParts.Top(forms).Select(p => p.Stem)));
    }

    [Fact]
    public void The_word_itself_stands_above_what_is_only_made_of_it()
    {
        var found = _texts.Index.Find("Integration").ToList();

        Assert.Contains("Integration beginnt", found[0], StringComparison.Ordinal);
        Assert.True(found.Count > 2);
    }

    [Fact]
    public void A_compound_of_both_words_stands_above_other_names_for_it()
    {
        var found = _texts.Index.Find("Verein Migranten").ToList();

        Assert.Contains("Migrantenvereinen", found[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Turmstrase", "Turmstraße")]
    [InlineData("Partizipatoin", "Partizipation")]
    [InlineData("Gemeindrat", "Gemeinderat")]
    public void A_typing_error_is_forgiven_where_the_word_is_unknown(string question, string written) =>
        Assert.Contains(_texts.Index.Find(question), t => t.Contains(written, StringComparison.Ordinal));
}

/// <summary>Texts that hold the forms that German has for one thing.</summary>
public sealed class GermanTexts : IDisposable
{
    internal SmallIndex Index { get; } = new(
        [.. new[]
        {
            "Integration beginnt im Alltag, beim Bäcker und im Treppenhaus.",
            "Wir besprechen Integrationsthemen im Ausschuss.",
            "Unsere Integrationsarbeit braucht Räume.",
            "Der Bundeszuwanderungs- und Integrationsrat ist ein Verband.",
            "In den Migrantenvereinen wird viel geleistet.",
            "Ein Verein für Migranten sucht Räume.",
            "Migrantenorganisationen und Kulturkreise laden ein.",
            "Zwei Hochschul-dozenten halten den Vortrag.",
            "Sie ist Innenarchitektin und plant Läden.",
            "Er ist Innenarchitekt von Beruf.",
            "Die Vertreter*innen der Vereine kommen.",
            "Die Vertreter:innen der Schulen kommen.",
            "Die VertreterInnen der Stadt kommen.",
            "Vertreter/-innen aller Gruppen kommen.",
            "Wir schicken einen Vertreter nach Stuttgart.",
            "Der E-Learning-Kurs beginnt im Herbst.",
            "Neue e-Learning-Module sind da.",
            "eLearning hilft auf dem Land.",
            "Das Büro liegt in der Turmstraße.",
            "Das Bürgerbüro ist geöffnet.",
            "Im Buergerbuero gibt es Formulare.",
            "Bürgerbeteiligung braucht Zeit.",
            "Partizipation ist mehr als Zuhören.",
            "Teilhabe gelingt nicht von selbst.",
            "Wir bieten Weiterbildungen an.",
            "Der Gemeinderat tagt am Montag.",
            "Ein Bauingenieur erzählt.",
            "Er versteht sich als Sprachrohr der Familien.",
            "Die Beratung ist kostenlos.",
            "Die Vereinbarung gilt weiter.",
            "Die Vertagung ärgert alle.",
            "Jugendarbeit und -hilfe gehören zusammen.",
            "Der Arzt spricht Türkisch.",
            "Der Schuleinschulungstermin steht fest.",
            "Ein Rohr ist undicht, die Art der Arbeit ist schwer.",
            "Der Tag der offenen Tür war schön, und der Rat tagte.",
        }.Select(t => (t, "de"))]);

    public void Dispose() => Index.Dispose();
}
