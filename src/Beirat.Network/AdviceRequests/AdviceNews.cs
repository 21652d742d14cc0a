using Beirat.Network.Mail;

namespace Beirat.Network.AdviceRequests;

/// <summary>
/// One thing to tell about a request: who asks, and by when; <see cref="About"/> is the name of whoever does not answer.
/// The question is not in it: it may be confidential, and a mail is not.
/// </summary>
public sealed record AdviceNewsLine(AdviceReminderStep Step, Guid RequestId, string From, string About, DateOnly Deadline);

/// <summary>All that there is to tell somebody at one time; one mail, whether it is a single line or the digest of a week.</summary>
public sealed record AdviceNews(IReadOnlyList<AdviceNewsLine> Lines, bool Weekly) : Notice;
