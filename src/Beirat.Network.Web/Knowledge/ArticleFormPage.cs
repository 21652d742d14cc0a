using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Topics;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Knowledge;

/// <summary>
/// Writing and changing an article. Every button sends the whole form, so that a preview or a file never costs what was
/// typed; the same holds for mistakes, for changes by others and for sessions that ran out.
/// </summary>
public abstract class ArticleFormPage : PortalPage
{
    public const string Publish = "publish";
    public const string Draft = "draft";
    public const string Attach = "attach";
    public const string Remove = "remove:";

    /// <summary>More is read than is taken, so that somebody with too large a file is told so, instead of a cut connection.</summary>
    public const long MaxRead = 64 * 1024 * 1024;

    [Inject]
    public ArticleFormQuery Forms { get; set; } = default!;

    [Inject]
    public ArticleChangeHandler Changes { get; set; } = default!;

    [Inject]
    public AttachmentChangeHandler Attachments { get; set; } = default!;

    [Inject]
    public TopicListQuery TopicQuery { get; set; } = default!;

    protected ArticleForm? Form { get; set; }

    protected TopicNames Topics { get; private set; } = default!;

    protected Dictionary<string, string> Errors { get; } = [];

    protected string? PreviewHtml { get; private set; }

    protected string? Notice { get; set; }

    protected bool IsStale { get; private set; }

    protected bool IsSignedOut { get; private set; }

    private bool HasFile => Context.Request.HasFormContentType && Context.Request.Form.Files.Any(f => f.Length > 0);

    protected abstract ArticleEntry? Sent { get; set; }

    protected abstract Task<ArticleForm?> ReadAsync();

    /// <summary>The change that the form asks for, so far without its text.</summary>
    protected abstract ArticleChange Change(ArticleText text, ArticleDetails details, bool publish);

    protected override async Task LoadAsync()
    {
        Topics = await TopicQuery.NamesAsync(Gone);
        if (!Viewer.IsSignedIn && Sent is null)
        {
            Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path + Context.Request.QueryString)));
            return;
        }

        Form = Viewer.IsSignedIn ? await ReadAsync() : Typed(Sent!);
        if (Form is null) Navigation.NotFound();
        else Sent ??= ArticleEntry.Of(Form);
    }

    protected async Task SendAsync()
    {
        if (Form is null || Sent is not { } entry) return;
        // The session ended while somebody wrote: nothing is done, and nothing is lost.
        IsSignedOut = !Viewer.IsSignedIn;
        if (TokenRefused || IsSignedOut)
        {
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        switch (entry.Step)
        {
            case Publish or Draft: await SaveAsync(entry.Step == Publish); break;
            case Attach: await AttachAsync(); break;
            case { } step when step.StartsWith(Remove, StringComparison.Ordinal): await DetachAsync(step[Remove.Length..]); break;
            default:
                PreviewHtml = RichTextRenderer.Render(TextRules.Clean(entry.Text));
                // A browser does not send a file a second time by itself.
                if (HasFile) Errors.TryAdd("file", KnowledgeTexts.FileAgain);
                break;
        }
    }

    private async Task SaveAsync(bool publish)
    {
        if (!string.IsNullOrWhiteSpace(Sent!.ReviewOn) && !Components.Typed.TryDay(Sent.ReviewOn, out _))
        {
            Fail("reviewOn", Refusal.NotADate);
            return;
        }

        if (await RunAsync(publish) is not { } slug) return;
        // A file that was chosen, with the wrong button pressed then, is not forgotten.
        if (await FileAsync() is { } file && !await AddAsync(slug, file)) return;
        Navigation.NavigateTo(publish || Form!.State != ArticleState.Draft ? $"/wissen/{slug}?gespeichert=1" : $"/wissen/{slug}/bearbeiten?gespeichert=1");
    }

    /// <summary>The slug when it was saved.</summary>
    private async Task<string?> RunAsync(bool publish)
    {
        switch (await Changes.RunAsync(Viewer, Change(Sent!.ToText(), Sent.ToDetails(), publish), Gone))
        {
            case Outcome<string>.Done done: return done.Value;
            case Outcome<string>.Invalid invalid:
                foreach (var (field, reason) in invalid.Fields) Fail(field, reason);
                if (HasFile) Errors.TryAdd("file", KnowledgeTexts.FileAgain);
                return null;
            case Outcome<string>.Stale:
                IsStale = true;
                Form = await ReadAsync();
                Sent.Version = Form?.Version ?? Sent.Version;
                Context.Response.StatusCode = StatusCodes.Status409Conflict;
                return null;
            default: Navigation.NotFound(); return null;
        }
    }

    private async Task AttachAsync()
    {
        if (await FileAsync() is not { } file) Fail("file", Refusal.Empty);
        else if (file.Bytes is not { } bytes) Fail("file", Refusal.FileTooLarge);
        else if (Form!.Slug.Length > 0) await AddAsync(Form.Slug, file);
        else if (AttachmentChangeHandler.RefusalOf(bytes) is { } refusal) Fail("file", refusal);
        else if (await RunAsync(publish: false) is { } slug && await AddAsync(slug, file)) Navigation.NavigateTo($"/wissen/{slug}/bearbeiten?angehaengt=1#dateien");
    }

    private async Task<bool> AddAsync(string slug, (string Name, byte[]? Bytes) file)
    {
        var outcome = file.Bytes is { } bytes
            ? await Attachments.AddAsync(Viewer, slug, file.Name, bytes, Gone)
            : new Outcome<AttachmentView>.Invalid("file", Refusal.FileTooLarge);
        switch (outcome)
        {
            case Outcome<AttachmentView>.Done done:
                Form = Form! with { Attachments = [.. Form.Attachments, done.Value] };
                Notice = Say.Format(KnowledgeTexts.FileAdded, done.Value.Name);
                return true;
            case Outcome<AttachmentView>.Invalid invalid: Fail("file", invalid.Fields["file"]); return false;
            default: Navigation.NotFound(); return false;
        }
    }

    private async Task DetachAsync(string id)
    {
        if (!Guid.TryParse(id, out var attachment) || await Attachments.RemoveAsync(Viewer, Form!.Slug, attachment, Gone) is not Outcome<string>.Done done)
        {
            Navigation.NotFound();
            return;
        }

        Form = Form with { Attachments = [.. Form.Attachments.Where(a => a.Id != attachment)] };
        Notice = Say.Format(KnowledgeTexts.FileRemoved, done.Value);
    }

    /// <summary>Null when none was chosen; without bytes when it is larger than any that is taken.</summary>
    private async Task<(string Name, byte[]? Bytes)?> FileAsync()
    {
        if (!Context.Request.HasFormContentType || Context.Request.Form.Files.GetFile("Entry.File") is not { Length: > 0 } file) return null;
        if (file.Length > ArticleAttachment.MaxSize) return (file.FileName, null);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, Gone);
        return (file.FileName, bytes.ToArray());
    }

    private void Fail(string field, Refusal reason)
    {
        Errors[field] = Say.Refusal(reason);
        Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    // For somebody whose session has ended the form holds what they typed, and nothing else.
    private static ArticleForm Typed(ArticleEntry entry) => new(
        string.Empty, entry.Version, ArticleState.Draft, entry.ToText(), entry.ToDetails(), [], Audiences.All,
        [.. entry.Contributors.Append(entry.Owner ?? string.Empty).Distinct().Where(s => s.Length > 0).Select(s => new NamedLink(s, s))], null);
}
