using Beirat.Network.Messages;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace Beirat.Network.Web.Layout;

/// <summary>The frame of every page. Its first three stops are contrast view, navigation and content.</summary>
public sealed partial class Shell
{
    private static readonly (string Path, Func<string> Text)[] Entries =
    [
        ("/beirat", () => LayoutTexts.NavCouncil),
        ("/mitglieder", () => LayoutTexts.NavMembers),
        ("/organisationen", () => LayoutTexts.NavOrganizations),
        ("/netzwerk", () => LayoutTexts.NavNetwork),
        ("/themen", () => LayoutTexts.NavTopics),
        ("/wissen", () => LayoutTexts.NavKnowledge),
        ("/beratung", () => LayoutTexts.NavAdvice),
        ("/diskussionen", () => LayoutTexts.NavDiscussions),
        ("/veranstaltungen", () => LayoutTexts.NavEvents),
    ];

    [CascadingParameter]
    public HttpContext Context { get; set; } = default!;

    private static IEnumerable<(string Path, string Text)> Navigation => Entries.Select(e => (e.Path, e.Text()));

    private bool Contrast => PageView.IsContrast(Context.Request);

    // An error page is rendered under the address that failed; links back must lead to that one.
    private PathString Path => Context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? Context.Request.Path;

    private string Here => Path.ToUriComponent() + (HttpMethods.IsGet(Context.Request.Method) ? Context.Request.QueryString.ToUriComponent() : string.Empty);

    private static string Language => InterfaceLanguages.All.First(l => l.Code == InterfaceLanguages.Current).Name;

    /// <summary>Conversations and threads with something new; nothing for whoever is not signed in.</summary>
    private Unseen Unseen { get; set; } = new(0, 0);

    private string SignIn => Path.StartsWithSegments("/konto") ? "/konto/anmelden" : Address.With("/konto/anmelden", ("zurueck", Here));

    protected override async Task OnInitializedAsync()
    {
        // After a fault nothing more is asked: the page that tells of it must not fail, too.
        if (Context.Features.Get<IExceptionHandlerFeature>() is null) Unseen = await Unread.RunAsync(Context.Viewer(), Context.RequestAborted);
    }

    /// <summary>This page in another language: the same address, with the wish added.</summary>
    private string In(string language)
    {
        var query = HttpMethods.IsGet(Context.Request.Method) ? Context.Request.Query : QueryCollection.Empty;
        var kept = query.Where(q => q.Key != InterfaceLanguages.Parameter).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        return Path.ToUriComponent() + QueryString.Create(kept.Append(KeyValuePair.Create<string, string?>(InterfaceLanguages.Parameter, language))).ToUriComponent();
    }

    private string? Current(string path) => Path.StartsWithSegments(path) ? Path == path ? "page" : "true" : null;
}
