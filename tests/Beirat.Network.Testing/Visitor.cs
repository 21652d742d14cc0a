using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Beirat.Network.Testing;

/// <summary>Somebody with a browser without script: gets pages, fills in forms, keeps cookies.</summary>
public sealed class Visitor(HttpClient http) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Http => http;

    public async Task<string> TextAsync(string address)
    {
        using var answer = await http.GetAsync(address);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await http.GetAsync(address);
        return answer.StatusCode;
    }

    public async Task<IHtmlDocument> PageAsync(string address) => Parser.ParseDocument(await TextAsync(address));

    /// <summary>Sends the form that a selector finds on a page, with some fields changed, as a browser would.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string selector, params (string Name, string Value)[] fields)
    {
        var document = await PageAsync(page);
        return await SubmitAsync(document, page, selector, fields);
    }

    public async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument document, string page, string selector, params (string Name, string Value)[] fields)
    {
        var form = document.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"{page} has no form {selector}.");
        var values = Values(form);
        foreach (var (name, value) in fields) values[name] = value;
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page;
        return await http.PostAsync(action, new FormUrlEncodedContent(values));
    }

    public async Task SignInAsync(string email, string password = Cast.Password)
    {
        using var answer = await SubmitAsync("/konto/anmelden", "main form", ("Entry.Email", email), ("Entry.Password", password));
        if ((int)answer.StatusCode is < 300 or >= 400)
            throw new InvalidOperationException($"{email} could not sign in: {(int)answer.StatusCode}.");
    }

    public static IHtmlDocument Parse(string html) => Parser.ParseDocument(html);

    public void Dispose() => http.Dispose();

    private static Dictionary<string, string> Values(IHtmlFormElement form)
    {
        var values = new Dictionary<string, string>();
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked: break;
                case IHtmlInputElement input: values[name] = input.Value; break;
                case IHtmlTextAreaElement area: values[name] = area.Value; break;
                case IHtmlSelectElement select: values[name] = select.Value ?? string.Empty; break;
            }
        }

        return values;
    }
}
