using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.AdviceRequests;

/// <summary>Asking the council by the forms of the pages.</summary>
internal static class RequestForms
{
    public const string New = "/beratung/anfragen/neu";

    private const string Token = "__RequestVerificationToken";

    /// <summary>Sends the form for a new request; the address of the request.</summary>
    public static async Task<string> AskAsync(this Visitor visitor, string question, string level = "Internal", params string[] people)
    {
        using var answer = await visitor.SendRequestAsync(question, level, people);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return PathOf(answer);
    }

    public static async Task<HttpResponseMessage> SendRequestAsync(this Visitor visitor, string question, string level, IReadOnlyCollection<string> people, bool withToken = true)
    {
        var form = await visitor.PageAsync(New);
        List<KeyValuePair<string, string>> values =
        [
            new("_handler", "anfrage"), new("Entry.Id", Value(form, "Entry.Id")), new("Entry.Organization", "amt-familie"), new("Entry.Question", question), new("Entry.Language", "de"),
            new("Entry.Kind", "Opinion"), new("Entry.Confidentiality", level), new("Entry.Deadline", "2026-12-06"), new("Entry.Minutes", "30"), new("Entry.Topics", "wohnungssuche"),
            .. people.Select(p => new KeyValuePair<string, string>("Entry.People", p)),
        ];
        if (withToken) values.Add(new(Token, Value(form, Token)));
        return await visitor.Http.PostAsync(New, new FormUrlEncodedContent(values));
    }

    public static async Task<string> SendAsync(this Visitor visitor, string page, string selector, params (string Name, string Value)[] fields)
    {
        using var answer = await visitor.SubmitAsync(page, selector, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"{page}: {(int)answer.StatusCode}");
        return PathOf(answer);
    }

    public static async Task<IHtmlDocument> DocumentAsync(HttpResponseMessage answer) => Visitor.Parse(await answer.Content.ReadAsStringAsync());

    private static string PathOf(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location!;
        return (location.IsAbsoluteUri ? location.AbsolutePath : location.ToString()).Split('?')[0].Split('#')[0];
    }

    private static string Value(IHtmlDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"#anfrage-formular [name='{name}']")!.Value;
}
