using Beirat.Network.Common;

namespace Beirat.Network.Discussions;

/// <summary>A post as everybody in its audience sees it: nothing in here depends on who looks.</summary>
public sealed record PostView(
    Guid DiscussionId, Guid Id, long Sequence, Guid Key, NamedLink? Author, Guid? AccountId, Capacity Capacity, string Language,
    string Html, string Text, DateTimeOffset At, bool Edited, bool Removed);
