using Beirat.Network.Mail;

namespace Beirat.Network.Messages;

/// <summary>To the recipient: somebody wrote. Carries the text, never an address of the sender.</summary>
public sealed record MessageArrived(Guid ConversationId, string Sender, string? Organization, string Text) : Notice;

/// <summary>
/// To a sender without account: where the conversation is. Holds nothing that the sender typed, because the address
/// may be somebody else's: the portal must not carry a stranger's words to whomever they name.
/// </summary>
public sealed record LinkMade(string Recipient, string Secret) : Notice;

/// <summary>To a sender: there is an answer. Read with the secret, or by the id when signed in.</summary>
public sealed record AnswerArrived(string Recipient, string? Secret, Guid ConversationId) : Notice;
