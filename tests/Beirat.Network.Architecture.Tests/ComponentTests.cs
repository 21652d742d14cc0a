using System.Reflection;
using System.Text.RegularExpressions;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Beirat.Network.Architecture.Tests;

/// <summary>Pages, fragments and what they may hold.</summary>
public sealed partial class ComponentTests
{
    private static readonly string[] GermanNouns =
    [
        "barrierefreiheit", "beirat", "beratung", "beitraege", "datenschutz", "diskussionen", "entfernen", "fehler", "impressum", "konto", "anmelden", "nachricht", "nachrichten", "loeschen",
        "aenderungen", "beenden", "besetzen", "nachfolge", "sitze", "uebergabe", "uebergaben", "verlauf", "verwaltung",
        "mitglieder", "nicht-gefunden", "organisationen", "suche", "themen", "veranstaltungen", "wissen",
        "profil", "angaben", "sprachen", "berufe", "erfahrung", "wirkungskreis", "verfuegbarkeit", "foto", "sichtbarkeit", "auffindbarkeit", "rolle", "antraege", "daten", "personen",
        "bearbeiten", "fassungen", "neu", "sammlungen", "vergleich",
        "abdeckung", "aufruf", "netzwerk", "begriffe", "glossar", "neuer-begriff", "suchen", "guete", "woerter", "belege", "referenz",
        "anfragen", "antwort", "auslastung", "benachrichtigungen", "entwurf", "rueckmeldung", "weitergabe",
        "entwuerfe", "leitung", "netiquette", "uebersetzung", "fragen", "meldung", "meldungen", "abbestellen", "mitteilungen", "neuigkeiten",
    ];

    private static IEnumerable<Type> Components => Parts.Web.GetTypes().Where(t => typeof(IComponent).IsAssignableFrom(t) && !t.IsAbstract && !t.Name.StartsWith('_'));

    public static TheoryData<string> Pages => [.. Components.Where(t => t.GetCustomAttributes<RouteAttribute>().Any()).Select(t => t.FullName!)];

    public static TheoryData<string> Fragments => [.. Components.Where(t => t.Name.EndsWith("Item", StringComparison.Ordinal)).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_a_portal_page_with_one_address_of_german_nouns(string name)
    {
        var page = Parts.Web.GetType(name)!;

        Assert.True(page.IsSubclassOf(typeof(PortalPage)));
        Assert.EndsWith("Page", page.Name);
        var address = Assert.Single(page.GetCustomAttributes<RouteAttribute>()).Template;
        var nouns = address.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith('{'));
        Assert.All(nouns, noun => Assert.Contains(noun, GermanNouns));
    }

    [Fact]
    public void Whatever_is_called_a_page_has_an_address() =>
        Assert.All(Components.Where(t => t.Name.EndsWith("Page", StringComparison.Ordinal)), t => Assert.NotEmpty(t.GetCustomAttributes<RouteAttribute>()));

    [Theory]
    [MemberData(nameof(Fragments))]
    public void A_fragment_is_made_of_its_parameters_alone(string name)
    {
        var fragment = Parts.Web.GetType(name)!;
        var members = fragment.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

        Assert.NotEmpty(members);
        Assert.All(members, m => Assert.NotNull(m.GetCustomAttribute<ParameterAttribute>()));
        Assert.DoesNotContain(members, m => m.GetCustomAttribute<InjectAttribute>() is not null || m.GetCustomAttribute<CascadingParameterAttribute>() is not null);
        var text = Sources.Of("src/Beirat.Network.Web", ".razor").Single(f => f.Name == fragment.Name + ".razor").Text;
        Assert.DoesNotMatch(@"@inject|<form|<AntiforgeryToken|HttpContext|CascadingParameter|\bViewer\b", text);
    }

    [Fact]
    public void Raw_html_has_one_way_in_besides_the_icons()
    {
        var users = Sources.Of("src", ".cs", ".razor").Where(f => f.Text.Contains("AddMarkupContent", StringComparison.Ordinal) || f.Text.Contains("MarkupString", StringComparison.Ordinal));

        Assert.Equal(["Icon.cs", "RichText.cs"], users.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rich_text_is_given_only_what_was_sanitised_when_it_was_saved()
    {
        var given = Sources.Of("src/Beirat.Network.Web", ".cs", ".razor").SelectMany(f => RichTextUse().Matches(f.Text)).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(given);
        Assert.All(given, g => Assert.EndsWith("Html", g));
    }

    [Fact]
    public void Nothing_runs_or_styles_inline()
    {
        foreach (var file in Sources.Of("src/Beirat.Network.Web", ".razor"))
        {
            Assert.DoesNotMatch(@"<style\b", file.Text);
            Assert.DoesNotMatch(@"\sstyle\s*=", file.Text);
            Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)", file.Text);
            Assert.DoesNotMatch(@"\son[a-z]+\s*=", file.Text);
            Assert.DoesNotMatch("javascript:", file.Text);
            Assert.DoesNotMatch("@on(?!submit=)[a-z]+|@bind|@rendermode", file.Text);
        }
    }

    [Fact]
    public void Nothing_is_fetched_from_a_foreign_host()
    {
        foreach (var file in Sources.Of("src/Beirat.Network.Web", ".razor", ".css", ".js"))
            Assert.DoesNotMatch("""(?:src|srcset|href="[^"]*\.(?:css|js|woff2)|url\(|import)\s*[=(]?\s*["']?(?:https?:)?//""", file.Text);
    }

    [GeneratedRegex(@"RichText\.Of\(([^()]*)\)")]
    private static partial Regex RichTextUse();
}
