using System.Net;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>What a member does with their own profile, by the forms of the pages.</summary>
internal static class ProfileForms
{
    /// <summary>The parts in the order of the form.</summary>
    public static readonly string[] Parts =
        ["About", "Photo", "Email", "Phone", "Languages", "Professions", "Topics", "Experience", "Districts", "Communities", "Roles", "Availability", "Messages"];

    public static async Task SaveAsync(this Visitor member, string page, params (string Name, string Value)[] fields)
    {
        using var answer = await member.SubmitAsync(page, "main form[method=post]", fields);
        Assert.Equal((page, HttpStatusCode.Redirect), (page, answer.StatusCode));
    }

    /// <summary>Shows a part to an audience ("Public" … "Staff", empty: nobody), also in the search.</summary>
    public static Task ShowAsync(this Visitor member, string part, string audience) => member.SaveAsync(
        "/konto/sichtbarkeit", ($"Entry.Rows[{Array.IndexOf(Parts, part)}].Audience", audience),
        ($"Entry.Rows[{Array.IndexOf(Parts, part)}].Findable", "true"), ("Entry.Agreed", "true"));

    /// <summary>Writes a word of its own into every part that holds words. Returns part and word.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> MarkAsync(this Visitor member)
    {
        var words = Parts.ToDictionary(p => p, p => $"Mark{p}{Guid.NewGuid():N}"[..(p.Length + 14)]);
        await member.SaveAsync("/konto/profil/angaben", ("Entry.Headline", $"Kennt {words["About"]}"), ("Entry.Email", $"{words["Email"]}@demo.example"),
            ("Entry.Phone", Phone));
        await member.SaveAsync("/konto/profil/berufe", ("Entry.Rows[0].Title", words["Professions"]));
        await member.SaveAsync("/konto/profil/themen", ("Entry.Rows[0].Note", $"Weiß viel über {words["Topics"]}."));
        await member.SaveAsync("/konto/profil/erfahrung", ("Entry.Rows[0].Title", words["Experience"]));
        await member.SaveAsync("/konto/profil/wirkungskreis", ("Entry.Districts", words["Districts"]), ("Entry.Communities", words["Communities"]));
        await member.SaveAsync("/konto/profil/verfuegbarkeit", ("Entry.Note", $"Abends, {words["Availability"]}"));
        return words;
    }

    public const string Phone = "0171 3920099";
}
