using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Web.Discussions;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.AdviceRequests;

/// <summary>Where the advisers write the answer together.</summary>
public sealed partial class RequestDraftPage
{
    [Inject]
    public AdviceDraftQuery Drafts { get; set; } = default!;

    [Inject]
    public AdviceDraftWork Work { get; set; } = default!;

    [Inject]
    public AdviceFileWork Files { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    [SupplyParameterFromForm(FormName = "entwurf")]
    public AdviceDraftEntry? Entry { get; set; }

    [SupplyParameterFromForm(FormName = "kommentar")]
    public AdviceDraftEntry? Remark { get; set; }

    private AdviceDraftView? Draft { get; set; }

    /// <summary>Somebody else saved a version while this one was typed: both are shown.</summary>
    private bool Meanwhile { get; set; }

    private string Language => Languages.IsKnown(Entry!.Language) ? Entry.Language! : Languages.Default;

    /// <summary>A text that was sent is shown again, also when nothing can be saved any more.</summary>
    private bool ShowsForm => IsSignedOut || Draft?.State == AdviceState.Open || Warning is not null || Meanwhile;

    protected override bool MayUse(AdviceRights rights) => rights.Write;

    protected override async Task LoadAsync()
    {
        var typed = Entry is not null;
        Remark ??= new AdviceDraftEntry();
        if (Remark.Key == Guid.Empty) Remark.Key = Guid.NewGuid();
        Entry ??= new AdviceDraftEntry { Language = Languages.Default };
        await base.LoadAsync();
        if (!typed && Draft is { } draft) Entry = new AdviceDraftEntry { BasedOn = draft.Number, Text = draft.Text, Language = draft.TextLanguage };
    }

    protected override async Task<bool> ReadAsync()
    {
        Draft = await Drafts.RunAsync(Viewer, Id, Gone);
        return Draft is not null;
    }

    private async Task SaveAsync()
    {
        if (!MaySend()) return;
        var outcome = await Work.SaveAsync(Viewer, new AdviceDraftText(Id, Entry!.BasedOn, Entry.Text ?? string.Empty, Entry.Language ?? string.Empty), Gone);
        if (Succeeded(outcome) && await AttachAsync()) Navigation.NavigateTo($"{Here}/entwurf?gespeichert=1");
        // A browser does not send a file a second time by itself.
        if (outcome is not Outcome<int>.Done && Uploads.Any(Context)) Errors.TryAdd("file", PostsTexts.FileAgain);
        if (outcome is not Outcome<int>.Stale stale) return;
        await ReadAsync();
        (Meanwhile, Entry.BasedOn) = (true, stale.Version);
    }

    /// <summary>The text is saved already: a file that is refused costs nothing but itself.</summary>
    private async Task<bool> AttachAsync()
    {
        if (!Uploads.Any(Context) || Succeeded(await Files.AddAsync(Viewer, Id, await Uploads.ReadAsync(Context, AdviceAttachment.Most, Gone), Gone))) return true;
        await ReadAsync();
        Entry!.BasedOn = Draft?.Number ?? Entry.BasedOn;
        return false;
    }

    private async Task RemarkAsync()
    {
        if (MaySend() && Succeeded(await Work.RemarkAsync(Viewer, new AdviceRemark(Id, Remark!.Comment ?? string.Empty, Remark.Key), Gone)))
            Navigation.NavigateTo($"{Here}/entwurf?gespeichert=1#kommentare");
    }
}
