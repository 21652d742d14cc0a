using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>A text of the demo council that not everybody may see: an article, a discussion, a word of each.</summary>
internal sealed record HiddenText(string Audience, string Article, string ArticleTitle, Guid Discussion, string DiscussionTitle, string Question);

/// <summary>Who may see what, once, for all tests of audiences.</summary>
internal static class AudienceCases
{
    public static readonly HiddenText[] Hidden =
    [
        new("organizations", "kassenbuch-und-gemeinnuetzigkeit", "Kassenbuch und Gemeinnützigkeit", Threads.ForOrganizations, "Kultur teilen: Räume und Bühne",
            "Kultur teilen Räume Bühne Kolo-Tänze"),
        new("members", "gespraeche-mit-dem-amt-vorbereiten", "Wie wir Gespräche mit dem Amt vorbereiten", Threads.ForMembers,
            "Vorbereitung der Sitzung im Dezember", "Vorbereitung Sitzung Dezember"),
        new("staff", "fachrat-einholen-und-einfach-schreiben", "Fachrat des Beirats einholen", Threads.ForStaff, "Pflege der Kontaktliste",
            "Pflege Kontaktliste doppelte Personen"),
    ];

    /// <summary>Visitors (empty: not signed in) and the audiences that they belong to.</summary>
    public static TheoryData<string, string[]> Viewers => new()
    {
        { string.Empty, [] },
        { Cast.Office, [] },
        { Cast.Organization, ["organizations"] },
        { Cast.Member, ["organizations", "members"] },
        { Cast.Deputy, ["organizations", "members"] },
        { Cast.Staff, ["organizations", "members", "staff"] },
        { Cast.Administrator, ["organizations", "members", "staff"] },
    };

    public static async Task<Visitor> VisitorAsync(PortalFactory portal, string email)
    {
        await portal.ReadyAsync();
        return email.Length == 0 ? portal.Visitor() : await portal.SignedInAsync(email);
    }
}
