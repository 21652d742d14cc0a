using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Messages;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Messages;

/// <summary>What the form under a conversation holds.</summary>
public sealed class DialogEntry
{
    public string? Text { get; set; }

    /// <summary>Made with the page: sending the form twice gives one entry.</summary>
    public Guid Key { get; set; }
}

/// <summary>A conversation with the form to write on. The same for both sides and both ways in.</summary>
public abstract partial class DialogPage
{
    [Inject]
    public ConversationQuery Query { get; set; } = default!;

    [Inject]
    public WriteEntryHandler Handler { get; set; } = default!;

    /// <summary>Shows entries before this number.</summary>
    [SupplyParameterFromQuery]
    public string? Vor { get; set; }

    [SupplyParameterFromQuery]
    public string? Gesendet { get; set; }

    [SupplyParameterFromForm(FormName = "antwort")]
    public DialogEntry? Entry { get; set; }

    protected abstract string Here { get; }

    protected abstract ConversationKey Key { get; }

    protected abstract bool NeedsAccount { get; }

    private ConversationView? View { get; set; }

    /// <summary>The form came from a session that has ended meanwhile; nothing but its text can be shown.</summary>
    private bool SessionEnded { get; set; }

    private Dictionary<string, string> Errors { get; } = [];

    private bool IsRecipient => View!.Mine == Side.Recipient;

    private string Title => IsRecipient ? Say.Format(MessagesTexts.ConversationFrom, Say.Sender(View!.Sender)) : Say.Format(MessagesTexts.ConversationTo, View!.Recipient.Name);

    private string Other => IsRecipient ? Say.Sender(View!.Sender) : View!.Recipient.Name;

    /// <summary>A form that came is always shown again, also to somebody who may no longer send it: it holds their text.</summary>
    private bool ShowsForm => View!.RefusalToWrite is null || HttpMethods.IsPost(Context.Request.Method);

    private string SignInAddress => Address.With("/konto/anmelden", ("zurueck", Here));

    protected override async Task LoadAsync()
    {
        Context.Response.Headers.CacheControl = "no-cache, no-store";
        Entry ??= new DialogEntry();
        if (Entry.Key == Guid.Empty) Entry.Key = Guid.NewGuid();
        if (NeedsAccount && !Viewer.IsSignedIn)
        {
            if (HttpMethods.IsPost(Context.Request.Method)) SessionEnded = true;
            else Navigation.NavigateTo(SignInAddress);
            return;
        }

        var before = int.TryParse(Vor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        View = await Query.RunAsync(Viewer, Key, before, Gone);
        if (View is null) Navigation.NotFound();
        else if (NeedsAccount) await Query.ReadAsync(Viewer, View, Gone);
    }

    private async Task SendAsync()
    {
        if (SessionEnded) Context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (View is null) return;
        if (TokenRefused) Fail(StatusCodes.Status403Forbidden, LayoutTexts.FormExpired);
        else if (!Turns.TryTake(Context)) Fail(StatusCodes.Status429TooManyRequests, MessagesTexts.TooMany);
        else await WriteAsync();
    }

    private async Task WriteAsync()
    {
        switch (await Handler.RunAsync(Viewer, new WriteEntry(Key, Entry!.Text, Entry.Key), Gone))
        {
            case Outcome<int>.Done done:
                Navigation.NavigateTo($"{Here}?gesendet=1#eintrag-{done.Value}");
                break;
            case Outcome<int>.Invalid invalid:
                Fail(StatusCodes.Status422UnprocessableEntity, Say.Refusal(invalid.Fields.Values.First()));
                break;
            case Outcome<int>.Refused refused:
                Fail(StatusCodes.Status422UnprocessableEntity, Say.Refusal(refused.Reason));
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private void Fail(int status, string message)
    {
        Errors["text"] = message;
        Context.Response.StatusCode = status;
    }
}
