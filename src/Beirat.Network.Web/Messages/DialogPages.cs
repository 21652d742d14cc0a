using Beirat.Network.Messages;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Messages;

/// <summary>A conversation for the two of it who are signed in.</summary>
[Route("/konto/nachrichten/{Id:guid}")]
[KeepsTyped]
public sealed class ConversationPage : DialogPage
{
    [Parameter]
    public Guid Id { get; set; }

    protected override string Here => $"/konto/nachrichten/{Id}";

    protected override ConversationKey Key => ConversationKey.Of(Id);

    protected override bool NeedsAccount => true;
}

/// <summary>A conversation for a sender without account, by the secret address that they were given.</summary>
[Route("/nachrichten/{Secret}")]
[KeepsTyped]
public sealed class LinkPage : DialogPage
{
    [Parameter]
    public string Secret { get; set; } = string.Empty;

    protected override string Here => $"/nachrichten/{Secret}";

    protected override ConversationKey Key => ConversationKey.Behind(Secret);

    protected override bool NeedsAccount => false;
}
