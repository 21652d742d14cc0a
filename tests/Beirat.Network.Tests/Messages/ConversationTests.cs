using Beirat.Network.Common;
using Beirat.Network.Messages;
using Xunit;

namespace Beirat.Network.Tests.Messages;

/// <summary>What holds in a conversation, whoever asks.</summary>
public sealed class ConversationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Entries_are_numbered_and_the_state_follows_the_last_word()
    {
        var conversation = Begin();

        Assert.Equal((1, ConversationState.Open), (conversation.LastNumber, conversation.State));
        Assert.Equal(2, Write(conversation, Side.Recipient).Number);
        Assert.Equal(ConversationState.Answered, conversation.State);
        Assert.Equal(3, Write(conversation, Side.Sender).Number);
        Assert.Equal(ConversationState.Open, conversation.State);
    }

    [Fact]
    public void Whoever_writes_has_read_what_came_before()
    {
        var conversation = Begin();
        Assert.Equal((0, 1), (conversation.RecipientRead, conversation.SenderRead));

        Write(conversation, Side.Recipient);

        Assert.Equal((2, 1), (conversation.RecipientRead, conversation.SenderRead));
    }

    [Fact]
    public void A_sender_waits_for_an_answer_after_some_entries_and_the_recipient_never()
    {
        var conversation = Begin();
        for (var i = 1; i < Conversation.MostUnanswered; i++) Write(conversation, Side.Sender);

        Assert.Equal(Refusal.AwaitAnswer, conversation.RefusalToWrite(Side.Sender));
        Assert.Throws<InvalidOperationException>(() => Write(conversation, Side.Sender));
        Write(conversation, Side.Recipient);
        Assert.Null(conversation.RefusalToWrite(Side.Sender));
    }

    [Fact]
    public void Nobody_writes_after_the_end_until_it_is_taken_up_again()
    {
        var conversation = Begin();
        conversation.Close();

        Assert.Equal(Refusal.ConversationClosed, conversation.RefusalToWrite(Side.Sender));
        Assert.Equal(Refusal.ConversationClosed, conversation.RefusalToWrite(Side.Recipient));
        conversation.Reopen();
        Assert.Equal(ConversationState.Open, conversation.State);
        Write(conversation, Side.Recipient);
        conversation.Close();
        conversation.Reopen();
        Assert.Equal(ConversationState.Answered, conversation.State);
    }

    [Theory]
    [InlineData("name@verein.example", null)]
    [InlineData("vor.name+portal@post.verein.example", null)]
    [InlineData("ohne-klammer", Refusal.NotAMailAddress)]
    [InlineData("zwei@verein.example, drei@verein.example", Refusal.NotAMailAddress)]
    [InlineData("\"Name\" <name@verein.example>", Refusal.NotAMailAddress)]
    [InlineData("name@verein.example\nbcc: x@verein.example", Refusal.NotAMailAddress)]
    [InlineData("name@verein", Refusal.NotAMailAddress)]
    public void A_mail_address_is_one_plain_address(string mail, Refusal? expected) =>
        Assert.Equal(expected, MessageRules.RefusalOfMail(MessageRules.CleanMail(mail)));

    [Theory]
    [InlineData("Bitte sehen Sie https://a.example und www.b.example", null)]
    [InlineData("http://a.example http://b.example http://c.example", Refusal.TooManyLinks)]
    [InlineData("HTTPS://a.example [URL=b] <a href=c> ", Refusal.TooManyLinks)]
    public void A_visitors_text_has_few_links(string text, Refusal? expected)
    {
        Assert.Equal(expected, MessageRules.RefusalOfText(text, countLinks: true));
        Assert.Null(MessageRules.RefusalOfText(text, countLinks: false));
    }

    [Fact]
    public void A_name_is_one_line_without_links()
    {
        Assert.Equal("Anna Bcc: x", MessageRules.CleanName(" Anna\r\nBcc: x\u2028"));
        Assert.Equal(Refusal.TooManyLinks, MessageRules.RefusalOfName("www.billig.example"));
        Assert.Equal(Refusal.TooLong, MessageRules.RefusalOfName(new string('x', 121)));
        Assert.Equal(Refusal.Empty, MessageRules.RefusalOfName(string.Empty));
    }

    [Fact]
    public void A_secret_has_256_bits_and_its_hash_does_not_show_it()
    {
        var secret = ConversationLink.NewSecret();
        var link = new ConversationLink(Guid.NewGuid(), secret, Now);

        Assert.True(ConversationLink.LooksLikeSecret(secret));
        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(secret).Length);
        Assert.Equal(64, link.Hash.Length);
        Assert.DoesNotContain(secret, link.Hash);
        Assert.False(ConversationLink.LooksLikeSecret(secret[1..]));
        Assert.False(ConversationLink.LooksLikeSecret(null));
    }

    private static Conversation Begin()
    {
        var recipient = new Recipient(Guid.NewGuid(), new NamedLink("a", "A"), null, null);
        var conversation = new Conversation(recipient, new Sender("Bodo", null, null, "de"), Now);
        Write(conversation, Side.Sender);
        return conversation;
    }

    private static ConversationEntry Write(Conversation conversation, Side side) => conversation.Write(side, "Text", Guid.NewGuid(), Now);
}
