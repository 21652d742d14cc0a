using Beirat.Network.Common;

namespace Beirat.Network.AdviceRequests;

/// <summary>A version of the joint draft. Versions are never changed: what somebody wrote is not lost by what the next one writes.</summary>
public sealed class AdviceVersion
{
    private AdviceVersion() { }

    internal AdviceVersion(Guid requestId, int number, string text, string language, Guid? byId, DateTimeOffset at)
    {
        (Id, RequestId, Number, Text, Language, ById, At) = (Guid.CreateVersion7(), requestId, number, text, language, byId, at);
        Html = RichTextRenderer.Render(text, topHeading: 3);
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>Counted from 1 on, without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary><see cref="Text"/>, rendered and sanitised when it was saved.</summary>
    public string Html { get; private set; } = string.Empty;

    public string Language { get; private set; } = string.Empty;

    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal void Forget() => ById = null;
}

/// <summary>A remark on a version of the draft, until it is settled. For those who write it, and nobody else.</summary>
public sealed class AdviceComment
{
    private AdviceComment() { }

    internal AdviceComment(Guid requestId, int version, string text, Guid key, Guid? byId, DateTimeOffset at) =>
        (Id, RequestId, OnVersion, Text, Key, ById, At) = (Guid.CreateVersion7(), requestId, version, text, key, byId, at);

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>The version that was the newest when it was written.</summary>
    public int OnVersion { get; private set; }

    /// <summary>Plain text.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Made with the form: sending it twice gives one comment.</summary>
    public Guid Key { get; private set; }

    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public Guid? ResolvedById { get; private set; }

    public int Version { get; private set; }

    /// <summary>Settling twice changes nothing.</summary>
    internal void Resolve(Guid? byId, DateTimeOffset now)
    {
        if (ResolvedAt is null) (ResolvedAt, ResolvedById) = (now, byId);
    }

    internal void Reopen() => (ResolvedAt, ResolvedById) = (null, null);

    internal void ForgetResolver() => ResolvedById = null;
}
