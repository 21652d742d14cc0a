using Beirat.Network.Common;
using Beirat.Network.Messages;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Messages;

/// <summary>What the message form holds. <see cref="Website"/> is seen by programs only: whoever fills it in is one.</summary>
public sealed class MessageEntry
{
    public string? Sender { get; set; }

    public string? Contact { get; set; }

    public string? Text { get; set; }

    public string? Website { get; set; }
}

/// <summary>A message to somebody who represents an organisation, without an account and without an address being shown.</summary>
public sealed partial class MessagePage
{
    [Inject]
    public SendMessageHandler Handler { get; set; } = default!;

    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [Parameter]
    public string Person { get; set; } = string.Empty;

    [SupplyParameterFromQuery]
    public string? Gesendet { get; set; }

    [SupplyParameterFromForm(FormName = "nachricht")]
    public MessageEntry? Entry { get; set; }

    private Recipient? Recipient { get; set; }

    private IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    private string Done => $"/organisationen/{Slug}/nachricht/{Person}?gesendet=1";

    protected override async Task OnInitializedAsync()
    {
        Entry ??= new MessageEntry();
        Recipient = await Handler.RecipientAsync(Slug, Person, Gone);
        if (Recipient is null) Navigation.NotFound();
    }

    private async Task SendAsync()
    {
        if (TokenRefused || Recipient is null) return;
        if (!string.IsNullOrEmpty(Entry!.Website))
        {
            Navigation.NavigateTo(Done);
            return;
        }

        var text = new ContactText(Entry.Sender ?? string.Empty, Entry.Contact ?? string.Empty, Entry.Text ?? string.Empty);
        switch (await Handler.RunAsync(new SendMessage(Slug, Person, text), Gone))
        {
            case Outcome<Guid>.Done:
                Navigation.NavigateTo(Done);
                break;
            case Outcome<Guid>.Invalid invalid:
                Errors = invalid.Fields.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
                Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
