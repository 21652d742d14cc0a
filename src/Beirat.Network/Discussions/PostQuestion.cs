namespace Beirat.Network.Discussions;

/// <summary>Where a question to somebody stands.</summary>
public enum QuestionState
{
    Open,

    /// <summary>Whoever was asked says that they have answered.</summary>
    Answered,

    /// <summary>Whoever asked takes the answer.</summary>
    Accepted,

    /// <summary>Whoever was asked says that somebody else knows it.</summary>
    NotForMe,
}

/// <summary>A post put to somebody by name as a question; one row for each who is asked.</summary>
public sealed class PostQuestion
{
    /// <summary>People asked by one post.</summary>
    public const int Most = 5;

    public const int MaxHint = 300;

    private PostQuestion() { }

    internal PostQuestion(Guid postId, Guid personId, DateTimeOffset at) => (PostId, PersonId, AskedAt, ChangedAt) = (postId, personId, at, at);

    public Guid PostId { get; private set; }

    public Guid PersonId { get; private set; }

    public QuestionState State { get; private set; }

    /// <summary>With "not for me": who or where else.</summary>
    public string Hint { get; private set; } = string.Empty;

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Which steps are open to whom: the asked person answers or passes on, the asker accepts or asks again.</summary>
    public static bool May(QuestionState from, QuestionState to, bool isAsked, bool isAsker) => (from, to) switch
    {
        (QuestionState.Open or QuestionState.NotForMe, QuestionState.Answered) => isAsked,
        (QuestionState.Open, QuestionState.NotForMe) => isAsked,
        (QuestionState.Answered, QuestionState.Accepted or QuestionState.Open) => isAsker,
        _ => false,
    };

    internal void Become(QuestionState state, string hint, DateTimeOffset now) => (State, Hint, ChangedAt) = (state, hint, now);
}
