using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Endorsements;
using Beirat.Network.Events;
using Beirat.Network.Knowledge;
using Beirat.Network.Notices;
using Beirat.Network.Outbox;

namespace Beirat.Network.Seeding;

internal static class SeedTexts
{
    public static void Read(SeedFolder seed, DemoCouncil council, DateTimeOffset now)
    {
        council.Events.AddRange(seed.Read<List<SeedEvent>>("events.json").Select(Event));
        // Rendering is most of the work of seeding.
        council.Articles.AddRange(seed.Articles().AsParallel().AsOrdered().Select(Article));
        council.Collections.AddRange(seed.Read<List<SeedCollection>>("collections.json").Select(c => Collection(c, now)));
        foreach (var record in seed.ReadAll<SeedDiscussion>("discussions")) AddDiscussion(council, record, now);
        council.Endorsements.AddRange(seed.Read<List<SeedEndorsement>>("endorsements.json").Where(e => e.At <= now).Select(Endorsement));
    }

    private static Endorsement Endorsement(SeedEndorsement record) => new(
        SeedIds.Of("endorsement", $"{record.Person}/{record.By}/{record.Topic}"), SeedIds.Of("person", record.Person), SeedIds.Of("person", record.By),
        new EndorsementText(SeedIds.Of("topic", record.Topic), TextRules.Clean(record.Text), record.Language), record.At);

    private static Event Event(SeedEvent record)
    {
        var @event = new Event(SeedIds.Of("event", record.Id), record.Id, record.Title, Enum.Parse<EventKind>(record.Kind, true), record.Description);
        var (start, precision) = Day(record.Start);
        @event.TakePlace(start, record.End is null ? null : LastDay(record.End), precision);
        foreach (var topic in record.Topics) @event.BeAbout(SeedIds.Of("topic", topic));
        foreach (var part in record.Organizations) @event.Involve(SeedIds.Of("organization", part.Id), Enum.Parse<OrganizationPart>(part.Role, true));
        foreach (var part in record.People) @event.Name(SeedIds.Of("person", part.Id), Enum.Parse<PersonPart>(part.Role, true));
        return @event;
    }

    private static (DateOnly Day, DatePrecision Precision) Day(string text) => text.Length == 7
        ? (DateOnly.ParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture), DatePrecision.Month)
        : (DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), DatePrecision.Day);

    private static DateOnly LastDay(string text)
    {
        var (day, precision) = Day(text);
        return precision == DatePrecision.Month ? day.AddMonths(1).AddDays(-1) : day;
    }

    private static Article Article(SeedArticle record)
    {
        var day = record.Day("published") ?? throw new InvalidDataException($"seed/articles/{record.Slug}.md has no line \"published:\".");
        var published = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        var article = new Article(SeedIds.Of("article", record.Slug), record.Slug, new ArticleText(
            record["title"], record.Text, record["language"], Enum.Parse<Audience>(record["audience"], true)), published);
        article.Credit(SeedIds.Maybe("person", record.Maybe("author")));
        article.Document(null, record.Maybe("source"), record.Day("reviewOn"));
        if (record.Maybe("translationOf") is { } original) article.Translate(SeedIds.Of("article", original));
        article.File(Listed(record["topics"]).Select(t => SeedIds.Of("topic", t)));
        article.CreditAlso(Listed(record.Maybe("contributors") ?? string.Empty).Select(p => SeedIds.Of("person", p)));
        if (record.Maybe("event") is { } occasion) article.ComeFrom(new Subject(SubjectKind.Event, SeedIds.Of("event", occasion)));
        else if (record.Maybe("discussion") is { } thread) article.ComeFrom(new Subject(SubjectKind.Discussion, SeedIds.Of("discussion", thread)));
        return article;
    }

    private static string[] Listed(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ArticleCollection Collection(SeedCollection record, DateTimeOffset now)
    {
        var collection = new ArticleCollection(SeedIds.Of("collection", record.Id), record.Id);
        collection.MadeBy(SeedIds.Maybe("person", record.MadeBy));
        collection.Describe(record.Title, record.Introduction, now);
        collection.Hold([.. record.Articles.Select(a => SeedIds.Of("article", a))]);
        return collection;
    }

    private static void AddDiscussion(DemoCouncil council, SeedDiscussion record, DateTimeOffset now)
    {
        var discussion = new Discussion(
            SeedIds.Of("discussion", record.Id), record.Title, RichTextRenderer.PlainText(record.Introduction), record.Language, Enum.Parse<Audience>(record.Audience, true), record.StartedAt);
        discussion.BeAbout(
            SeedIds.Maybe("topic", record.Topic), SeedIds.Maybe("organization", record.Organization),
            SeedIds.Maybe("event", record.Event), SeedIds.Maybe("article", record.Article));
        discussion.StartedBy(SeedIds.Maybe("person", record.StartedBy));
        council.Discussions.Add(discussion);
        foreach (var (post, number) in record.Posts.Select((p, i) => (p, i + 1)).Where(p => p.p.At <= now))
        {
            var author = SeedIds.Of("person", post.Author);
            var text = new PostText(TextRules.Clean(post.Text), post.Language, SeedIds.Of("key", $"{record.Id}/{number}"));
            var said = discussion.Reply(SeedIds.Of("post", $"{record.Id}/{number}"), new Author(author, null), Capacity(council, post, author), text, post.At);
            council.Posts.Add(said);
            council.PostMarks.AddRange(post.Helpful.Select(p => new PostMark(said, SeedIds.Of("person", p), post.At)));
        }

        if (record.ClosedAt is { } closed) discussion.Close(closed);
        AddFollows(council, discussion);
    }

    // Whoever began it or wrote there follows it. Nobody is sent a mail about what stood there before the portal began.
    private static void AddFollows(DemoCouncil council, Discussion discussion)
    {
        var written = council.Posts.Where(p => p.DiscussionId == discussion.Id && p.AuthorId is not null).GroupBy(p => p.AuthorId!.Value).ToDictionary(p => p.Key, p => p.Max(x => x.Sequence));
        if (discussion.StartedById is { } starter) written.TryAdd(starter, 0);
        council.Follows.AddRange(written.Select(w => ThreadFollow.Told(w.Key, discussion.Id, w.Value, discussion.LastSequence, discussion.LastPostAt)));
    }

    private static Capacity Capacity(DemoCouncil council, SeedPost post, Guid author)
    {
        var kind = Enum.Parse<CapacityKind>(post.Capacity.Kind, ignoreCase: true);
        var day = DateOnly.FromDateTime(post.At.InCity().DateTime);
        switch (kind)
        {
            case CapacityKind.Organization:
                var organization = council.Organizations.First(o => o.Slug == post.Capacity.Organization);
                var role = council.Memberships.First(m => m.PersonId == author && m.OrganizationId == organization.Id).Role;
                return new Capacity(kind, null, organization.Id, organization.Name, role);
            case CapacityKind.Member or CapacityKind.Deputy:
                var seat = council.Seats.First(s => s.Assignments.Any(a =>
                    a.PersonId == author && a.IsDeputy == (kind == CapacityKind.Deputy) && a.Period.Covers(day)));
                return new Capacity(kind, seat.Number);
            default:
                return Discussions.Capacity.Private;
        }
    }
}
