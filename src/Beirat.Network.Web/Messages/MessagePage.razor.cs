using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Messages;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Messages;

/// <summary>What the message form holds. <see cref="Website"/> is seen by programs only: whoever fills it in is one.</summary>
public sealed class MessageEntry
{
    public string? Sender { get; set; }

    public string? Mail { get; set; }

    public string? Text { get; set; }

    public string? Website { get; set; }

    public string? Stamp { get; set; }
}

/// <summary>A first message to somebody, with or without an account, and without an address being shown to either.</summary>
public abstract partial class MessagePage
{
    [Inject]
    public RecipientQuery Recipients { get; set; } = default!;

    [Inject]
    public StartConversationHandler Handler { get; set; } = default!;

    /// <summary>Set after a message was sent; the secret itself travels apart (<see cref="Messages.SentMark"/>).</summary>
    [SupplyParameterFromQuery]
    public string? Gesendet { get; set; }

    [SupplyParameterFromForm(FormName = "nachricht")]
    public MessageEntry? Entry { get; set; }

    protected abstract string Here { get; }

    private Recipient? Recipient { get; set; }

    private Dictionary<string, string> Errors { get; } = [];

    /// <summary>The secret of the conversation that was just begun in this browser.</summary>
    private string? SentSecret { get; set; }

    private string SentAddress => $"{Settings.PublicUrl ?? $"{Context.Request.Scheme}://{Context.Request.Host}"}/nachrichten/{SentSecret}";

    private string Back => Recipient!.Organization is { } organization ? $"/organisationen/{organization.Slug}" : $"/mitglieder/{Recipient.Person.Slug}";

    private bool AsksName => Viewer.PersonId is null;

    private bool AsksMail => !Viewer.IsSignedIn && Settings.Mail is not null;

    protected abstract Task<Recipient?> FindAsync();

    protected override async Task LoadAsync()
    {
        // The page of a sent message shows a secret, the others hold a stamp of their visitor.
        Context.Response.Headers.CacheControl = "no-cache, no-store";
        Entry ??= new MessageEntry();
        Recipient = await FindAsync();
        if (Recipient is null) Navigation.NotFound();
        else if (string.IsNullOrEmpty(Entry.Stamp)) Entry.Stamp = Stamps.Make(Recipient);
        if (Gesendet is not null) SentSecret = Sent.Find(Context, Here);
    }

    private async Task SendAsync()
    {
        if (Recipient is null) return;
        if (TokenRefused)
        {
            Fail(StatusCodes.Status403Forbidden, LayoutTexts.FormExpired);
            return;
        }

        // Programs are answered as people are, so that they learn nothing.
        if (!Viewer.IsSignedIn && !string.IsNullOrEmpty(Entry!.Website)) ShowSent(ConversationLink.NewSecret());
        else if (StampOrRefusal() is { } stamp) await SendAsync(stamp.Secret);
    }

    private MessageStamp? StampOrRefusal()
    {
        var (state, stamp) = Stamps.Read(Entry!.Stamp, Recipient!, Viewer);
        if (state == StampState.Gone)
        {
            Entry.Stamp = stamp is null ? Stamps.Make(Recipient!) : Stamps.Renew(Recipient!);
            Fail(StatusCodes.Status422UnprocessableEntity, LayoutTexts.FormExpired);
        }
        else if (state == StampState.Early)
        {
            Fail(StatusCodes.Status422UnprocessableEntity, MessagesTexts.TooEarly);
        }
        else if (Turns.TryTake(Context, Recipient!.PersonId))
        {
            return stamp;
        }
        else
        {
            Fail(StatusCodes.Status429TooManyRequests, MessagesTexts.TooMany);
        }

        return null;
    }

    private async Task SendAsync(string secret)
    {
        var (person, organization) = (Recipient!.Person.Slug, Recipient.Organization?.Slug);
        var message = new FirstMessage(Entry!.Sender, AsksMail ? Entry.Mail : null, Entry.Text, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        switch (await Handler.RunAsync(Viewer, new StartConversation(person, organization, message, secret), Gone))
        {
            case Outcome<Guid>.Done done:
                if (Viewer.IsSignedIn) Navigation.NavigateTo($"/konto/nachrichten/{done.Value}?gesendet=1");
                else ShowSent(secret);
                break;
            case Outcome<Guid>.Invalid invalid:
                foreach (var (field, refusal) in invalid.Fields) Errors[field] = Say.Refusal(refusal);
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case Outcome<Guid>.Refused refused:
                if (refused.Reason == Refusal.AlreadySent) Entry.Stamp = Stamps.Renew(Recipient);
                Fail(StatusCodes.Status422UnprocessableEntity, Say.Refusal(refused.Reason), refused.Reason == Refusal.MailUsedTooOften ? "mail" : "text");
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private void ShowSent(string secret)
    {
        Sent.Leave(Context, Here, secret);
        Navigation.NavigateTo(Address.With(Here, ("gesendet", "1")));
    }

    private void Fail(int status, string message, string field = "text")
    {
        Errors[field] = message;
        Context.Response.StatusCode = status;
    }
}
