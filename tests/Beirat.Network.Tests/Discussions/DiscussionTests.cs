using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

public sealed class DiscussionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_is_not_signed_in_is_asked_to()
    {
        var thread = Thread(Audience.Public);
        thread.Close(Now);

        Assert.Equal(Refusal.SignInFirst, thread.RefusalToReply(Viewer.Public));
    }

    [Fact]
    public void A_closed_thread_takes_nothing_more_and_stays_closed_since_the_first_time()
    {
        var thread = Thread(Audience.Public);
        thread.Close(Now);
        thread.Close(Now.AddDays(1));

        Assert.Equal(Now, thread.ClosedAt);
        Assert.Equal(Refusal.DiscussionClosed, thread.RefusalToReply(Viewers.Staff));
        Assert.Throws<InvalidOperationException>(() => Say(thread, Now.AddMinutes(1)));
        Assert.Equal(0, thread.LastSequence);
    }

    [Theory]
    [InlineData(Audience.Public, "office", true)]
    [InlineData(Audience.Organizations, "office", false)]
    [InlineData(Audience.Organizations, "organization", true)]
    [InlineData(Audience.Members, "organization", false)]
    [InlineData(Audience.Members, "deputy", true)]
    [InlineData(Audience.Staff, "member", false)]
    [InlineData(Audience.Staff, "staff", true)]
    public void Those_who_read_a_thread_write_in_it(Audience audience, string who, bool may)
    {
        var refusal = Thread(audience).RefusalToReply(who switch
        {
            "office" => Viewers.Office,
            "organization" => Viewers.Organization,
            "deputy" => Viewers.Deputy,
            "staff" => Viewers.Staff,
            _ => Viewers.Member,
        });

        Assert.Equal(may ? null : Refusal.NotYourAudience, refusal);
    }

    [Fact]
    public void An_account_without_a_role_reads_public_threads_but_does_not_write() =>
        Assert.Equal(Refusal.NotYourAudience, Thread(Audience.Public).RefusalToReply(new Viewer(Guid.CreateVersion7(), null, [])));

    [Fact]
    public void Posts_are_numbered_from_one_without_gaps()
    {
        var thread = Thread(Audience.Public);

        var numbers = Enumerable.Range(0, 5).Select(i => Say(thread, Now.AddMinutes(i)).Sequence).ToList();

        Assert.Equal([1, 2, 3, 4, 5], numbers);
        Assert.Equal(5, thread.LastSequence);
        Assert.Equal(Now.AddMinutes(4), thread.LastPostAt);
    }

    [Fact]
    public void A_post_is_taken_back_by_its_writer_or_taken_away_by_staff_and_by_nobody_else()
    {
        Assert.Null(Post(Viewers.Member).RefusalToRemove(Viewers.Member));
        Assert.Null(Post(Viewers.Member).RefusalToRemove(Viewers.Staff));
        Assert.Equal(Refusal.NotYours, Post(Viewers.Member).RefusalToRemove(Viewers.Deputy));
        Assert.Equal(Refusal.NotYours, Post(Viewers.Member).RefusalToRemove(Viewer.Public));
    }

    [Fact]
    public void A_post_that_no_account_wrote_does_not_belong_to_everybody_without_an_account() =>
        Assert.Equal(Refusal.NotYours, Say(Thread(Audience.Public), Now).RefusalToRemove(Viewer.Public));

    [Fact]
    public void A_removed_post_is_empty_and_keeps_its_place()
    {
        var post = Post(Viewers.Member);

        post.Remove(Viewers.Member, Now);

        Assert.Equal((string.Empty, string.Empty, Now, 1), (post.Text, post.Html, post.RemovedAt, post.Sequence));
        Assert.Equal(Refusal.AlreadyRemoved, post.RefusalToRemove(Viewers.Staff));
        Assert.Throws<InvalidOperationException>(() => post.Remove(Viewers.Staff, Now));
    }

    [Theory]
    [InlineData(CapacityKind.Private, "private")]
    [InlineData(CapacityKind.Member, "member-4")]
    [InlineData(CapacityKind.Deputy, "deputy-4")]
    public void A_capacity_has_a_name_for_forms(CapacityKind kind, string key) => Assert.Equal(key, new Capacity(kind, 4).Key);

    [Fact]
    public void Every_role_that_is_given_to_members_lets_them_write_among_members() => Assert.All(
        new[] { AccountRole.ExpertMember, AccountRole.Deputy, AccountRole.CouncilMember },
        role => Assert.Null(Thread(Audience.Members).RefusalToReply(Viewers.Of("somebody", role))));

    private static Discussion Thread(Audience audience) => new(Guid.CreateVersion7(), "Titel", "Worum es geht", "de", audience, Now);

    private static Post Post(Viewer writer) => Thread(Audience.Public).Reply(
        Guid.CreateVersion7(), new Author(writer.PersonId, writer.AccountId), Capacity.Private, new PostText("Guten Tag", "de", Guid.CreateVersion7()), Now);

    private static Post Say(Discussion thread, DateTimeOffset at) => thread.Reply(
        Guid.CreateVersion7(), new Author(null, null), Capacity.Private, new PostText("Guten Tag", "de", Guid.CreateVersion7()), at);
}
