using System.Text;
using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.People;
using Beirat.Network.Privacy;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Privacy;

/// <summary>Everything personal goes: looked for in every table, and byte by byte in the files.</summary>
public sealed class ErasureInFilesTests : IAsyncLifetime
{
    private readonly RunningCouncil _council = new();

    private NetworkHost Network => _council.Network;

    public ValueTask InitializeAsync() => _council.InitializeAsync();

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task No_word_of_an_erased_person_is_left_in_database_log_or_index()
    {
        var viewer = await MarkedPerson.AddAsync(Network);
        await Network.IndexedAsync();
        await Eventually.TrueAsync(() => Task.FromResult(FilesWithMark(_council.Index).Count > 0));
        Assert.Contains(FilesWithMark(Path.GetDirectoryName(_council.Database)!), f => f.StartsWith("network.db", StringComparison.Ordinal));
        Assert.NotEmpty(await Erasures.TablesWithMarkAsync(Network));

        var outcome = await Network.AskAsync<ErasureHandler, Outcome<string>>(h => h.RunAsync(viewer, new OwnErasure(MarkedPerson.Password)));
        await Network.IndexedAsync();

        Assert.IsType<Outcome<string>.Done>(outcome);
        Assert.Empty(await Erasures.TablesWithMarkAsync(Network));
        await Eventually.TrueAsync(() => Task.FromResult(FilesWithMark(Path.GetDirectoryName(_council.Database)!).Count == 0));
        var found = await Network.AskAsync<SearchQuery, SearchResult>(q => q.RunAsync(Viewers.Staff, new SearchRequest($"{MarkedPerson.Mark}family")));
        Assert.DoesNotContain(found.Hits, h => h.Kind == Outbox.SubjectKind.Person);
    }

    private static List<string> FilesWithMark(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(HasMark).Select(f => Path.GetRelativePath(folder, f))];

    private static bool HasMark(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            var wide = Encoding.Unicode.GetString(bytes.ToArray());
            return text.Contains(MarkedPerson.Mark, StringComparison.OrdinalIgnoreCase) || wide.Contains(MarkedPerson.Mark, StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception fault) when (fault is FileNotFoundException or UnauthorizedAccessException or IOException)
        {
            // Merged away while looking, or a lock, which holds nothing.
            return false;
        }
    }
}

internal static class Erasures
{
    /// <summary>Tables and columns of the model in which the mark stands, in whatever type.</summary>
    public static async Task<List<string>> TablesWithMarkAsync(NetworkHost network)
    {
        await using var db = network.Db();
        var found = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            foreach (var column in table.Columns)
            {
                var sql = $"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{table.Name}\" WHERE LOWER(CAST(\"{column.Name}\" AS TEXT)) LIKE '%{MarkedPerson.Mark}%'";
                if (await db.Database.SqlQueryRaw<int>(sql).SingleAsync() > 0) found.Add($"{table.Name}.{column.Name}");
            }
        }

        return found;
    }
}

public abstract class ErasureTests(Store store)
{
    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task An_erased_person_is_an_empty_row_and_what_was_said_stays_without_them()
    {
        var viewer = await MarkedPerson.AddAsync(Network);
        var before = await Erasures.TablesWithMarkAsync(Network);
        foreach (var table in new[] { "People.", "Accounts.", "PersonPhotos.", "PersonTopics.", "PersonExperience.", "PersonProfessions.", "Articles.", "ArticleAttachments.", "Conversations.", "ConversationEntries.", "OutgoingMails.", "SavedSearches.", "OrganizationClaims.", "Endorsements.", "EvidenceContests.", "AdviceAssignments.", "AdviceComments.", "PushDevices." })
            if (table != "PersonPhotos.") Assert.Contains(before, b => b.StartsWith(table, StringComparison.Ordinal));

        var wrong = await EraseAsync(viewer, "falsch");
        var done = await EraseAsync(viewer, MarkedPerson.Password);

        Assert.Equal(Refusal.WrongPassword, Assert.IsType<Outcome<string>.Invalid>(wrong).Fields["password"]);
        Assert.IsType<Outcome<string>.Done>(done);
        Assert.Empty(await Erasures.TablesWithMarkAsync(Network));
        await using var db = Network.Db();
        var shell = await db.People.Include(p => p.Consents).Include(p => p.Languages).SingleAsync(p => p.Id == viewer.PersonId);
        Assert.Equal((string.Empty, string.Empty, Network.Time.GetUtcNow()), (shell.Name, shell.Email, shell.ErasedAt!.Value));
        Assert.Empty(shell.Consents);
        Assert.Empty(shell.Languages);
        Assert.False(await db.Photos.AnyAsync(p => p.PersonId == shell.Id));
        Assert.False(await db.Memberships.AnyAsync(m => m.PersonId == shell.Id));
        Assert.False(await db.ArticleMarks.AnyAsync(m => m.AccountId == viewer.AccountId));
        Assert.False(await db.ArticleAttachments.AnyAsync(a => a.AddedById == shell.Id));
        Assert.False(await db.ApiTokens.AnyAsync(t => t.AccountId == viewer.AccountId));
        var post = await db.Posts.SingleAsync(p => p.Text == "Ein Beitrag, der bleibt.");
        Assert.Equal((null, null, new Capacity(CapacityKind.Organization)), (post.AuthorId, post.AccountId, post.Capacity));
        Assert.Null((await db.Discussions.SingleAsync(d => d.Id == post.DiscussionId)).StartedById);
        var article = await Network.AskAsync<ArticlePageQuery, ArticleView?>(q => q.RunAsync(Viewer.Public, "ein-artikel-der-bleibt"));
        Assert.Equal(new PostAuthor(null, string.Empty), article!.Author);
        var council = await Network.AskAsync<CouncilQuery, CouncilView>(q => q.RunAsync(new DateOnly(1999, 6, 1)));
        Assert.Null(await Network.AskAsync<PersonPageQuery, PersonView?>(q => q.RunAsync(Viewers.Staff, shell.Slug)));
        Assert.Equal(1, await db.SeatAssignments.CountAsync(a => a.PersonId == shell.Id));
        Assert.NotNull(council);
        Assert.IsType<Outcome<string>.Refused>(await EraseAsync(viewer, MarkedPerson.Password));

        var request = await db.AdviceRequests.Include(r => r.Assignments).SingleAsync(r => r.Question == "Eine Frage, die bleibt.");
        Assert.Equal((null, null, null), (request.AccountId, request.AskedById, request.ReleasedById));
        Assert.Equal((null, AdviceAnswer.Declined, string.Empty), (Assert.Single(request.Assignments).PersonId, request.Assignments[0].Answer, request.Assignments[0].Reason));
        Assert.Null((await db.AdviceVersions.SingleAsync(v => v.RequestId == request.Id)).ById);
        Assert.False(await db.AdviceComments.AnyAsync(c => c.RequestId == request.Id));
        Assert.False(await db.AdviceReminders.AnyAsync(m => m.AccountId == viewer.AccountId));
        Assert.False(await db.MailRhythms.AnyAsync(m => m.AccountId == viewer.AccountId));
        Assert.False(await db.NoticeWishes.AnyAsync(m => m.AccountId == viewer.AccountId));
        Assert.False(await db.PushDevices.AnyAsync(m => m.AccountId == viewer.AccountId));
        Assert.False(await db.ThreadFollows.AnyAsync(m => m.PersonId == shell.Id));
        await db.AdviceRequests.Where(r => r.Id == request.Id).ExecuteDeleteAsync();
        await db.Articles.Where(a => a.Slug == "ein-artikel-der-bleibt").ExecuteDeleteAsync();
        await db.SeatAssignments.Where(a => a.PersonId == shell.Id).ExecuteDeleteAsync();
        await db.Discussions.Where(d => d.Id == post.DiscussionId).ExecuteDeleteAsync();
    }

    [Fact]
    public async Task Everything_that_is_kept_is_told_to_the_person_alone()
    {
        var export = await Network.AskAsync<PersonalDataQuery, PersonalExport?>(q => q.RunAsync(new Viewer(null, Viewers.Member.PersonId, [AccountRole.Administrator])));
        Assert.Null(export);
        await using var db = Network.Db();
        var account = await db.Users.SingleAsync(a => a.PersonId == Viewers.Member.PersonId);

        export = await Network.AskAsync<PersonalDataQuery, PersonalExport?>(q => q.RunAsync(new Viewer(account.Id, account.PersonId, [.. account.Roles])));

        string[] parts = ["profile", "languages", "professions", "topics", "experience", "consents", "roles", "claims", "seats", "events", "articles", "revisions", "careOfArticles", "articleFiles", "helpful", "collections", "formerPosts", "removedPosts", "postFiles", "translations", "mentions", "postDrafts", "readThreads", "threadActs", "questions", "reports", "muted", "writingStop", "posts", "helpfulPosts", "reactions", "discussions", "contests", "endorsements", "messages", "mails", "searches", "adviceRequests", "adviceAnswers", "adviceDrafts", "adviceComments", "adviceFiles", "adviceReminders", "mailRhythm", "noticeWishes", "pushDevices", "threadFollows", "handovers", "concepts", "account", "tokens"];
        Assert.Equal(parts, export!.Parts.Select(p => p.Name));
        Assert.Contains(export.Parts.Single(p => p.Name == "profile").Entries[0].Values, v => v is { Key: "givenName", Value: "Aylin" });
        Assert.Equal(await db.Consents.CountAsync(c => c.PersonId == account.PersonId), export.Parts.Single(p => p.Name == "consents").Entries.Count);
        Assert.Equal(await db.Posts.CountAsync(p => p.AuthorId == account.PersonId), export.Parts.Single(p => p.Name == "posts").Entries.Count);
        Assert.DoesNotContain(export.Parts.SelectMany(p => p.Entries).SelectMany(e => e.Values), v => v.Value.Contains(account.PasswordHash!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_sits_in_the_council_is_not_erased_neither_by_themselves_nor_by_staff()
    {
        var own = await Network.AskAsync<ErasureHandler, Outcome<Mentions>>(h => h.RunAsync(Viewers.Staff, new PersonErasure("aylin-demirtas", "Aylin Demirtaş")));
        Assert.Equal(Refusal.HoldsSeat, Assert.IsType<Outcome<Mentions>.Refused>(own).Reason);
    }

    [Fact]
    public async Task Staff_types_the_name_and_nobody_else_may()
    {
        var slug = $"weg-{Guid.NewGuid():N}";
        var id = Guid.CreateVersion7();
        await Network.ChangeAsync(db =>
        {
            db.People.Add(new Person(id, slug, "Geht", "Weg"));
            return Task.CompletedTask;
        });
        Task<Outcome<Mentions>> Erase(Viewer viewer, string name) => Network.AskAsync<ErasureHandler, Outcome<Mentions>>(h => h.RunAsync(viewer, new PersonErasure(slug, name)));

        foreach (var viewer in new[] { Viewer.Public, Viewers.Member, Viewers.Organization, Viewers.Office }) Assert.IsType<Outcome<Mentions>.NotFound>(await Erase(viewer, "Geht Weg"));
        Assert.Equal(Refusal.WrongName, Assert.IsType<Outcome<Mentions>.Invalid>(await Erase(Viewers.Staff, "geht weg")).Fields["name"]);
        Assert.IsType<Outcome<Mentions>.Done>(await Erase(Viewers.Staff, " Geht Weg "));
        Assert.IsType<Outcome<Mentions>.NotFound>(await Erase(Viewers.Staff, "Geht Weg"));
    }

    private Task<Outcome<string>> EraseAsync(Viewer viewer, string password) =>
        Network.AskAsync<ErasureHandler, Outcome<string>>(h => h.RunAsync(viewer, new OwnErasure(password)));
}

public sealed class ErasureOnSqlite(SqliteNetwork store) : ErasureTests(store), IClassFixture<SqliteNetwork>;

public sealed class ErasureOnPostgres(PostgresNetwork store) : ErasureTests(store), IClassFixture<PostgresNetwork>;
