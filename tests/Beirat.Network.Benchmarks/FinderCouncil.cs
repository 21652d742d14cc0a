using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Data;
using Beirat.Network.Data.Sqlite;
using Beirat.Network.Discussions;
using Beirat.Network.Endorsements;
using Beirat.Network.Knowledge;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beirat.Network.Benchmarks;

/// <summary>
/// A council that is far too large: so many people, each with the same amount of claims, professions, articles, helpful posts and
/// endorsements. Their texts are made of sentences of the demo council, so that questions meet words as they occur.
/// </summary>
internal sealed class FinderCouncil(string folder, int people)
{
    public const int EvidenceOfEach = 40;

    private const int Together = 100;
    private const int Claims = 4;
    private const int Articles = 6;
    private const int Endorsed = 5;
    private const int Posts = EvidenceOfEach - Claims - Articles - Endorsed - 1;
    private const int FirstSeat = 5_000;

    private static readonly string[] Professions = ["Lehrerin", "Pflegefachmann", "Bauingenieurin", "Koch", "Juristin", "Erzieher", "Ärztin", "Busfahrer", "Steuerberaterin", "Musiker"];
    private static readonly string[] Spoken = ["de", "ar", "tr", "uk", "en", "ru", "fr", "ro"];
    private static readonly ProfileField[] Shown = [ProfileField.About, ProfileField.Topics, ProfileField.Professions, ProfileField.Languages, ProfileField.Availability];

    private readonly Random _random = new(5);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public async Task AddAsync(string seed)
    {
        var sentences = Directory.GetFiles(Path.Combine(seed, "articles", "de"), "*.md").SelectMany(File.ReadLines)
            .SelectMany(l => l.Split(". ")).Select(s => s.Trim('#', '-', '*', ' ')).Where(s => s.Length is > 40 and < 300).ToList();
        var parts = new ServiceCollection().AddLogging().AddNetwork(Path.Combine(folder, "unused")).AddSqliteStore(Path.Combine(folder, "network.db"));
        parts.AddIdentityCore<Account>().AddNetworkStores();
        await using var services = parts.BuildServiceProvider();
        var factory = services.GetRequiredService<IDbContextFactory<NetworkDb>>();
        await using var first = await factory.CreateDbContextAsync();
        var topics = await first.Topics.Select(t => t.Id).ToListAsync();
        var ids = Enumerable.Range(0, people).Select(_ => Guid.CreateVersion7()).ToList();
        for (var at = 0; at < people; at += Together)
        {
            await using var db = await factory.CreateDbContextAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = at; i < Math.Min(people, at + Together); i++) db.AddRange(Person(ids[i], i, sentences, topics));
            await db.SaveChangesAsync();
        }

        // What is said of people needs all of them.
        for (var at = 0; at < people; at += Together)
        {
            await using var db = await factory.CreateDbContextAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = at; i < Math.Min(people, at + Together); i++) db.AddRange(Said(ids, i, sentences, topics));
            await db.SaveChangesAsync();
        }
    }

    private IEnumerable<object> Person(Guid id, int number, List<string> sentences, List<Guid> topics)
    {
        var person = new Person(id, $"mensch-{number}", $"Vorname{number % 700}", $"Nachname{number}");
        person.Describe(Text(sentences, 1), Text(sentences, 2));
        person.Speak(Spoken[number % Spoken.Length], LanguageLevel.C1, (LanguageUses)(number % 8));
        person.PractiseOnly([new HeldProfession(Professions[number % Professions.Length], null)]);
        person.KnowOnly([.. Some(topics, Claims).Select(t => (t, Text(sentences, 1)))]);
        foreach (var field in Shown)
        {
            person.Allow(field, ConsentPurpose.Showing, Audience.Public, new ConsentTerms(1, _now, null));
            if (field.CanBeFound()) person.Allow(field, ConsentPurpose.Finding, Audience.Public, new ConsentTerms(1, _now, null));
        }

        var seat = new Seat(Guid.CreateVersion7(), FirstSeat + number, SeatCategory.ExpertMember, 0);
        seat.Assign(id, 0, new Period(new DateOnly(2024, 1, 1), null));
        return [person, seat, .. Enumerable.Range(0, Articles).Select(i => Article(id, $"artikel-{number}-{i}", sentences, topics))];
    }

    private Article Article(Guid author, string slug, List<string> sentences, List<Guid> topics)
    {
        var article = new Article(Guid.CreateVersion7(), slug, new ArticleText(Excerpt.Beginning(Text(sentences, 1), 100), Text(sentences, 6), "de", Audience.Public), _now.AddDays(-_random.Next(2_000)));
        article.Credit(author);
        article.File(Some(topics, 2));
        return article;
    }

    private IEnumerable<object> Said(List<Guid> ids, int number, List<string> sentences, List<Guid> topics)
    {
        var discussion = new Discussion(Guid.CreateVersion7(), Excerpt.Beginning(Text(sentences, 1), 100), Text(sentences, 1), "de", Audience.Public, _now);
        discussion.BeAbout(topics[_random.Next(topics.Count)]);
        yield return discussion;
        for (var i = 0; i < Posts; i++)
        {
            var post = discussion.Reply(Guid.CreateVersion7(), new Author(ids[number], null), Capacity.Private, new PostText(Text(sentences, 2), "de", Guid.NewGuid()), _now.AddDays(-_random.Next(1_000)));
            yield return post;
            yield return new PostMark(post, ids[(number + 1 + i) % ids.Count], _now);
        }

        foreach (var (topic, i) in Some(topics, Endorsed).Select((t, i) => (t, i)))
            yield return new Endorsement(Guid.CreateVersion7(), ids[number], ids[(number + 1 + i) % ids.Count], new EndorsementText(topic, Excerpt.Beginning(Text(sentences, 1), 200), "de"), _now);
    }

    private List<Guid> Some(List<Guid> topics, int count) => [.. Enumerable.Range(0, count * 3).Select(_ => topics[_random.Next(topics.Count)]).Distinct().Take(count)];

    private string Text(List<string> sentences, int count) => string.Join(". ", Enumerable.Range(0, count).Select(_ => sentences[_random.Next(sentences.Count)]));
}
