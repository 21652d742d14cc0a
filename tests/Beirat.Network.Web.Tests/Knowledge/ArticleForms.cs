using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beirat.Network.Testing;

namespace Beirat.Network.Web.Tests.Knowledge;

/// <summary>Somebody at the form of an article.</summary>
internal static class ArticleForms
{
    public const string New = "/wissen/neu";
    public const string Form = "#beitrag-formular";

    /// <summary>Presses a button of the form, with fields as given and, if any, a file.</summary>
    public static async Task<HttpResponseMessage> PressAsync(
        this Visitor visitor, string page, string step, (string Name, byte[] Bytes)? file = null, params (string Name, string Value)[] fields) =>
        await visitor.PressAsync(await visitor.PageAsync(page), page, step, file, fields);

    public static async Task<HttpResponseMessage> PressAsync(
        this Visitor visitor, IHtmlDocument document, string page, string step, (string Name, byte[] Bytes)? file, params (string Name, string Value)[] fields)
    {
        var form = document.QuerySelector<IHtmlFormElement>(Form) ?? throw new InvalidOperationException($"{page} has no form.");
        var content = new MultipartFormDataContent();
        var given = fields.Select(f => f.Name).ToHashSet();
        foreach (var (name, value) in Values(form).Where(v => !given.Contains(v.Name)).Concat(fields.Select(f => (f.Name, f.Value)))) content.Add(new StringContent(value), name);
        content.Add(new StringContent(step), "Entry.Step");
        if (file is { } attached) content.Add(new ByteArrayContent(attached.Bytes), "Entry.File", attached.Name);
        return await visitor.Http.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : page, content);
    }

    /// <summary>Publishes an article and gives its address.</summary>
    public static async Task<string> PublishAsync(this Visitor visitor, string title, string text, string audience = "Public", params (string Name, string Value)[] more)
    {
        using var answer = await visitor.PressAsync(New, "publish", null, [("Entry.Title", title), ("Entry.Text", text), ("Entry.Audience", audience), .. more]);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{title} was not published: {answer.StatusCode}.");
        return answer.Target().Split('?')[0];
    }

    /// <summary>Path and query to which an answer leads.</summary>
    public static string Target(this HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } whole ? whole.PathAndQuery + whole.Fragment : answer.Headers.Location!.ToString();

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked: break;
                case IHtmlInputElement { Type: "file" }: break;
                case IHtmlInputElement input: yield return (name, input.Value); break;
                case IHtmlTextAreaElement area: yield return (name, area.Value); break;
                case IHtmlSelectElement select: yield return (name, select.Value ?? string.Empty); break;
            }
        }
    }
}
