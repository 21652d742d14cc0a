using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Discussions;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.AdviceRequests;

/// <summary>Asks the council. The finder leads here with the people that were chosen there.</summary>
public sealed partial class RequestNewPage
{
    [Inject]
    public AdviceFormQuery Forms { get; set; } = default!;

    [Inject]
    public StartAdviceRequestHandler Handler { get; set; } = default!;

    [Inject]
    public TopicListQuery TopicQuery { get; set; } = default!;

    /// <summary>Slugs of people to ask; may be given several times.</summary>
    [SupplyParameterFromQuery]
    public string[]? An { get; set; }

    [SupplyParameterFromQuery]
    public string? Frage { get; set; }

    [SupplyParameterFromForm(FormName = "anfrage")]
    public AdviceRequestEntry? Entry { get; set; }

    private AdviceForm? Form { get; set; }

    private TopicNames? Topics { get; set; }

    private Dictionary<string, string> Errors { get; } = [];

    private string? Warning { get; set; }

    private static IEnumerable<KeyValuePair<string, string>> Kinds => Enum.GetValues<AdviceKind>().Select(k => KeyValuePair.Create($"{k}", Say.Kind(k)));

    private static IEnumerable<KeyValuePair<string, string>> Levels => Enum.GetValues<AdviceConfidentiality>().Select(c => KeyValuePair.Create($"{c}", Say.Confidentiality(c)));

    // As the fields stand on the page, so that mistakes are told in the order in which they are met.
    private static readonly string[] InOrder = ["organization", "question", "file", "language", "kind", "deadline", "minutes", "confidentiality", "topics", "people"];

    private string? Error(string field) => Errors.GetValueOrDefault(field);

    protected override async Task LoadAsync()
    {
        var sent = Entry is not null;
        if (!Viewer.IsSignedIn && !sent)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path + Context.Request.QueryString)));
            return;
        }

        Entry ??= new AdviceRequestEntry
        {
            Id = Guid.CreateVersion7(), Question = Given(Frage), Language = Languages.Default,
            People = [.. (An ?? []).Where(a => a.Length <= Slug.MaxLength).Distinct().Take(AdviceRules.MaxAsked)],
        };
        Topics = await TopicQuery.NamesAsync(Gone);
        // The session ended while somebody wrote: what they chose is shown by its bare name, and nothing is lost.
        Form = Viewer.IsSignedIn ? await Forms.RunAsync(Viewer, Entry.People, Gone) : new AdviceForm([], true, [.. Entry.People.Select(p => new Askable(p, p))]);
        if (Form is null) Navigation.NotFound();
        else if (!sent && Form.Organizations.Count > 0) Entry.Organization = Form.Organizations[0].Slug;
    }

    // A browser does not send a file a second time by itself.
    private void Again()
    {
        if (Uploads.Any(Context)) Errors.TryAdd("file", PostsTexts.FileAgain);
    }

    private async Task SendAsync()
    {
        if (Form is null) return;
        if (TokenRefused || !Viewer.IsSignedIn)
        {
            Warning = Viewer.IsSignedIn ? LayoutTexts.FormExpired : AdviceRequestsTexts.SignedOut;
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            Again();
            return;
        }

        var outcome = await Handler.RunAsync(Viewer, Entry!.ToCommand() with { Files = await Uploads.ReadAsync(Context, AdviceAttachment.Most, Gone) }, Gone);
        if (outcome is Outcome<Guid>.Done done) Navigation.NavigateTo($"/beratung/anfragen/{done.Value}?gestellt=1");
        else if (outcome is Outcome<Guid>.NotFound) Navigation.NotFound();
        if (outcome is Outcome<Guid>.Invalid invalid) foreach (var (field, reason) in invalid.Fields.OrderBy(f => Array.IndexOf(InOrder, f.Key))) Errors[field] = Say.Refusal(reason);
        Again();
        if (OutcomeResults.StatusOf(outcome) is { } status) Context.Response.StatusCode = status;
    }
}
