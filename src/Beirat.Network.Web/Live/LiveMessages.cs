using MessagePack;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Beirat.Network.Web.Live;

/// <summary>What "post" carries to open pages. MessagePack takes public types only, and the names as they stand in the attributes.</summary>
[MessagePackObject]
public sealed record PostPush(
    [property: Key("discussionId")] Guid DiscussionId,
    [property: Key("sequence")] long Sequence,
    [property: Key("id")] Guid Id,
    [property: Key("html")] string Html,
    [property: Key("removed")] bool Removed);

/// <summary>"catchUp": this page fell behind and was spared what it could not take. It asks for what it missed; <see cref="Sequence"/> is the last number it missed.</summary>
[MessagePackObject]
public sealed record CatchUpPush([property: Key("discussionId")] Guid DiscussionId, [property: Key("sequence")] long Sequence);

/// <summary>"gone": the discussion is not there for this viewer any more.</summary>
[MessagePackObject]
public sealed record GonePush([property: Key("discussionId")] Guid DiscussionId);

/// <summary>Somebody who lets others see that they are there. <see cref="Mark"/> is the one that their posts carry.</summary>
[MessagePackObject]
public sealed record ReaderPush([property: Key("mark")] string Mark, [property: Key("name")] string Name);

/// <summary>"readers": who has the discussion open and shows it.</summary>
[MessagePackObject]
public sealed record ReadersPush([property: Key("discussionId")] Guid DiscussionId, [property: Key("readers")] IReadOnlyList<ReaderPush> Readers);

/// <summary>"writing": somebody is writing just now. It is over when nothing of the kind came for some seconds.</summary>
[MessagePackObject]
public sealed record WritingPush([property: Key("discussionId")] Guid DiscussionId, [property: Key("reader")] ReaderPush Reader);

/// <summary>Messages to pages. Each is turned into bytes once for each protocol, however many pages it goes to.</summary>
internal static class LiveMessages
{
    public static SerializedHubMessage Post(PostPush push) => Of("post", push);

    public static SerializedHubMessage CatchUp(Guid discussion, long sequence) => Of("catchUp", new CatchUpPush(discussion, sequence));

    public static SerializedHubMessage Gone(Guid discussion) => Of("gone", new GonePush(discussion));

    public static SerializedHubMessage Readers(Guid discussion, IReadOnlyList<ReaderPush> readers) => Of("readers", new ReadersPush(discussion, readers));

    public static SerializedHubMessage Writing(Guid discussion, ReaderPush reader) => Of("writing", new WritingPush(discussion, reader));

    private static SerializedHubMessage Of(string name, object push) => new(new InvocationMessage(name, [push]));
}
