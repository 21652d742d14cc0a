using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Mail;
using Beirat.Network.Messages;
using Beirat.Network.Notices;
using Beirat.Network.Tests.Setting;
using Microsoft.Extensions.DependencyInjection;

namespace Beirat.Network.Tests.Messages;

/// <summary>Short words for writing to each other in tests.</summary>
internal static class Correspondence
{
    public const string Association = "tuerkisch-deutscher-frauenverein";

    public const string Member = "aylin-demirtas";

    public static Task<Outcome<Guid>> WriteAsync(
        this NetworkHost network, Viewer viewer, string secret, string text, string? mail = null, string? name = "Bodo", string person = Member, string? organization = null) =>
        network.AskAsync((StartConversationHandler h) => h.RunAsync(viewer, new StartConversation(person, organization, new FirstMessage(name, mail, text, "de"), secret)));

    public static async Task<(Guid Id, string Secret)> BeginAsync(this NetworkHost network, string text, string? mail = null, string person = Member)
    {
        var secret = ConversationLink.NewSecret();
        var outcome = await network.WriteAsync(Viewer.Public, secret, text, mail, person: person);
        return (((Outcome<Guid>.Done)outcome).Value, secret);
    }

    public static Task<Outcome<int>> GoOnAsync(this NetworkHost network, Viewer viewer, ConversationKey key, string text, Guid? entry = null) =>
        network.AskAsync((WriteEntryHandler h) => h.RunAsync(viewer, new WriteEntry(key, text, entry ?? Guid.NewGuid())));

    public static Task<ConversationView?> ReadAsync(this NetworkHost network, Viewer viewer, ConversationKey key, int? before = null) =>
        network.AskAsync((ConversationQuery q) => q.RunAsync(viewer, key, before));

    public static async Task<int> UnreadAsync(this NetworkHost network, Viewer viewer) => (await network.AskAsync((UnreadQuery q) => q.RunAsync(viewer))).Conversations;

    public static void UseMail(this IServiceCollection services) => services.AddMailDelivery<TestWords, TestTransport>();

    /// <summary>Says what there is to say, without beautiful words.</summary>
    internal sealed class TestWords : IMailWords
    {
        public MailText Of(Notice notice, string language) => new(
            notice.GetType().Name, notice switch
            {
                AdviceNews news => $"{notice}\n{string.Join('\n', news.Lines)}",
                ThreadNews news => string.Join('\n', news.Threads),
                _ => notice.ToString(),
            });
    }
}

/// <summary>A mail server of the test's own mind.</summary>
internal sealed class TestTransport : IMailTransport
{
    public List<MailLetter> Taken { get; } = [];

    public Queue<MailFaultException> Faults { get; } = [];

    public Task SendAsync(MailLetter letter, CancellationToken cancellation)
    {
        if (Faults.TryDequeue(out var fault)) throw fault;
        Taken.Add(letter);
        return Task.CompletedTask;
    }
}
