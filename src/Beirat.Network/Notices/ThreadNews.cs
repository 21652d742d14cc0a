using Beirat.Network.Mail;

namespace Beirat.Network.Notices;

/// <summary>
/// News of one thread: how many posts, the first of them, and whether one calls or asks the reader. No title where only named people
/// or the office read: a mail is not confidential.
/// </summary>
public sealed record ThreadNewsLine(Guid DiscussionId, string? Title, int Posts, long First, bool Called, bool Asked);

/// <summary>All that there is to tell an account of its threads at one time: one mail, however many posts it is about.</summary>
public sealed record ThreadNews(Guid AccountId, IReadOnlyList<ThreadNewsLine> Threads) : Notice;
