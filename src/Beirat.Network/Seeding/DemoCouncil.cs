using Beirat.Network.AdviceRequests;
using Beirat.Network.Council;
using Beirat.Network.Discussions;
using Beirat.Network.Endorsements;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Notices;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.SearchDesk;
using Beirat.Network.Topics;

namespace Beirat.Network.Seeding;

/// <summary>The demo council as entities, read from its files and not yet stored.</summary>
public sealed class DemoCouncil
{
    private DemoCouncil() { }

    internal List<Topic> Topics { get; } = [];

    internal List<Organization> Organizations { get; } = [];

    internal List<OrganizationRelation> Relations { get; } = [];

    internal List<Person> People { get; } = [];

    internal List<Membership> Memberships { get; } = [];

    internal List<Term> Terms { get; } = [];

    internal List<CouncilRule> Rules { get; } = [];

    internal List<Seat> Seats { get; } = [];

    internal List<Event> Events { get; } = [];

    internal List<Article> Articles { get; } = [];

    internal List<ArticleCollection> Collections { get; } = [];

    internal List<Discussion> Discussions { get; } = [];

    internal List<Post> Posts { get; } = [];

    internal List<PostMark> PostMarks { get; } = [];

    internal List<ThreadFollow> Follows { get; } = [];

    internal List<Endorsement> Endorsements { get; } = [];

    internal List<AdviceRequest> Requests { get; } = [];

    internal List<AdviceVersion> Versions { get; } = [];

    internal List<ExpectedHit> ExpectedHits { get; } = [];

    internal List<SeedAccount> Accounts { get; } = [];

    internal IEnumerable<object> Everything =>
        [.. Topics, .. Organizations, .. Relations, .. People, .. Memberships, .. Terms, .. Rules, .. Seats, .. Events, .. Articles, .. Collections, .. Discussions, .. Posts, .. PostMarks, .. Follows, .. Endorsements, .. Requests, .. Versions, .. ExpectedHits];

    /// <summary>Reads the files; posts that lie in the future are left out.</summary>
    /// <exception cref="InvalidDataException">A file is missing or wrong; the message names it.</exception>
    public static DemoCouncil Read(string folder, DateTimeOffset now)
    {
        var seed = new SeedFolder(folder);
        if (!seed.Exists) throw new InvalidDataException($"No demo data in \"{folder}\".");
        var council = new DemoCouncil();
        council.Topics.AddRange(SeedTopics.Read(seed));
        SeedPeople.Read(seed, council);
        try
        {
            SeedTexts.Read(seed, council, now);
        }
        catch (AggregateException faults) when (faults.InnerException is InvalidDataException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }

        SeedRequests.Read(seed, council, now);
        council.ExpectedHits.AddRange(SeedExpectedHits.Read(seed));
        council.Accounts.AddRange(seed.Read<List<SeedAccount>>("accounts.json"));
        return council;
    }
}
