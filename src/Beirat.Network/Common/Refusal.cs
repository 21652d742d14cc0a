namespace Beirat.Network.Common;

/// <summary>Why something was refused. The interface holds a sentence for each, in the reader's language.</summary>
public enum Refusal
{
    SignInFirst,
    Empty,
    TooLong,
    UnknownLanguage,
    UnreadableText,
    DiscussionClosed,
    NotYourAudience,
    CapacityNotHeld,
    KeyUsedElsewhere,
    NotYours,
    AlreadyRemoved,
    ReversedDates,
    PlaceTaken,
    OwnDeputy,
    NoSuchPlace,
    OwnRelation,
    AlreadyDecided,
    HoldsSeat,
    WrongPassword,
    NoPassword,
    WrongName,
}
