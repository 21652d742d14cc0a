using System.Text;
using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.People;
using Beirat.Network.Privacy;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>Files of questions, of their threads and of answers, on both databases.</summary>
public abstract class AdviceFileTests(Store store)
{
    private static readonly Viewer Outsider = Viewers.Of("dragan-petrovic", AccountRole.ExpertMember);

    private static readonly IncomingFile Plan = new("..\\Lage Plan.exe", Encoding.UTF8.GetBytes("Lageplan\nErdgeschoss"));

    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task A_file_of_the_question_is_for_whoever_sees_the_request_and_an_address_that_went_astray_is_none()
    {
        var leaving = Viewers.Of("giulia-ferrante", AccountRole.ExpertMember);
        var id = await Network.AskedAsync(Asking.Question(people: ["aylin-demirtas", "murat-kocabas", "giulia-ferrante"]) with { Files = [Plan] });
        var other = await Network.AskedAsync(Asking.Question(people: "dragan-petrovic"));

        var file = Assert.Single((await Network.SeeAsync(Viewers.Member, id))!.Files);

        Assert.Equal(("Lage-Plan.txt", AttachmentKind.Text, Plan.Bytes.Length), (file.Name, file.Kind, file.Size));
        foreach (var viewer in new[] { Viewers.Office, Viewers.Member, Viewers.Deputy, Viewers.Staff })
        {
            var content = await ReadAsync(viewer, id, file);
            Assert.Equal(Plan.Bytes, content!.Bytes);
            Assert.False(content.IsPublic);
        }

        foreach (var viewer in new[] { Viewer.Public, Outsider, Viewers.Organization, new Viewer(null, Viewers.Member.PersonId, [AccountRole.ExpertMember]) })
            Assert.Null(await ReadAsync(viewer, id, file));
        // The right file under a request that the viewer sees, or by another name, is not there.
        Assert.Null(await ReadAsync(Outsider, other, file));
        Assert.Null(await ReadAsync(Viewers.Staff, id, file with { Name = "anders.txt" }));
        Assert.NotNull(await ReadAsync(leaving, id, file));
        Assert.Null(await ReadAsync(new Viewer(leaving.AccountId, leaving.PersonId, []), id, file));
    }

    [Fact]
    public async Task Files_that_are_refused_are_named_and_no_request_is_made()
    {
        Assert.Equal(Refusal.UnknownFileKind, await RefusalAsync([new IncomingFile("a.pdf", [0, 1, 2, 3, 0xFF, 0])]));
        Assert.Equal(Refusal.TooManyFiles, await RefusalAsync([Plan, Plan, Plan, Plan]));
        Assert.Equal(Refusal.FileTooLarge, await RefusalAsync([Plan, new IncomingFile("gross.txt", new byte[ArticleAttachment.MaxSize + 1])]));
        Assert.Equal(Refusal.UnknownFileKind, await RefusalAsync([new IncomingFile("bild.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3])]));
    }

    [Fact]
    public async Task A_form_that_comes_twice_brings_its_files_once()
    {
        var request = Asking.Question() with { Files = [Plan, Plan] };

        await Network.AskedAsync(request);
        await Network.AskedAsync(request);

        await using var db = Network.Db();
        Assert.Equal(2, await db.AdviceAttachments.CountAsync(a => a.RequestId == request.Id));
    }

    [Fact]
    public async Task Files_of_the_answer_are_for_its_writers_until_it_is_delivered()
    {
        var id = await WrittenAsync();
        Assert.IsType<Outcome<Guid>.Done>(await AddAsync(Viewers.Member, id, Plan));
        var draft = (await Network.DraftAsync(Viewers.Member, id))!;
        var file = Assert.Single(draft.Files);
        Assert.NotNull(await ReadAsync(Viewers.Member, id, file));
        Assert.NotNull(await ReadAsync(Viewers.Staff, id, file));
        // Who is asked and has not taken it on writes nothing, and who asked waits for the answer.
        foreach (var viewer in new[] { Viewers.Deputy, Viewers.Office, Outsider, Viewer.Public })
        {
            Assert.Null(await ReadAsync(viewer, id, file));
            Assert.IsType<Outcome<Guid>.NotFound>(await AddAsync(viewer, id, Plan));
            Assert.IsType<Outcome<Guid>.NotFound>(await RemoveAsync(viewer, id, file.Id));
        }

        Assert.Empty((await Network.SeeAsync(Viewers.Office, id))!.Files);
        Assert.IsType<Outcome<Guid>.Stale>(await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, 0)));
        Assert.IsType<Outcome<Guid>.Done>(await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, draft.FileChanges)));
        Assert.IsType<Outcome<Guid>.Refused>(await AddAsync(Viewers.Member, id, Plan));
        Assert.IsType<Outcome<Guid>.Refused>(await RemoveAsync(Viewers.Member, id, file.Id));
        Assert.Null(await ReadAsync(Viewers.Office, id, file));
        await Network.StepAsync(s => s.DeliverAsync(Viewers.Staff, id));

        Assert.Equal([file.Id], (await Network.SeeAsync(Viewers.Office, id))!.Answer!.Files.Select(f => f.Id));
        Assert.NotNull(await ReadAsync(Viewers.Office, id, file));
        Assert.Null(await ReadAsync(Outsider, id, file));
        // What was delivered stays, whoever is allowed to take files of the question away.
        Assert.IsType<Outcome<Guid>.NotFound>(await RemoveAsync(Viewers.Office, id, file.Id));
    }

    [Fact]
    public async Task Two_who_add_files_at_once_never_add_more_than_there_may_be()
    {
        var id = await WrittenAsync();
        await Network.AnswerAsync(Viewers.Deputy, id, AdviceAnswer.Accepted);

        var outcomes = await Task.WhenAll(AddAsync(Viewers.Member, id, Plan, Plan), AddAsync(Viewers.Deputy, id, Plan, Plan));

        Assert.Single(outcomes.OfType<Outcome<Guid>.Done>());
        Assert.Equal(Refusal.TooManyFiles, Assert.Single(outcomes.OfType<Outcome<Guid>.Invalid>()).Fields["file"]);
        Assert.Equal(2, (await Network.DraftAsync(Viewers.Member, id))!.Files.Count);
    }

    [Fact]
    public async Task A_wrong_file_of_the_question_is_taken_away_with_its_bytes_by_who_asked()
    {
        var id = await Network.AskedAsync(Asking.Question() with { Files = [Plan] });
        var file = Assert.Single((await Network.SeeAsync(Viewers.Office, id))!.Files);
        foreach (var viewer in new[] { Viewers.Member, Outsider, Viewer.Public }) Assert.IsType<Outcome<Guid>.NotFound>(await RemoveAsync(viewer, id, file.Id));

        Assert.IsType<Outcome<Guid>.Done>(await RemoveAsync(Viewers.Office, id, file.Id));

        Assert.IsType<Outcome<Guid>.NotFound>(await RemoveAsync(Viewers.Office, id, file.Id));
        await using var db = Network.Db();
        Assert.False(await db.AdviceAttachmentFiles.AnyAsync(f => f.AttachmentId == file.Id));
    }

    [Fact]
    public async Task A_public_answer_hands_out_its_files_to_everybody_once_delivered()
    {
        var id = await Network.AskedAsync(Asking.Question(level: AdviceConfidentiality.Public) with { Files = [Plan] });
        var file = Assert.Single((await Network.SeeAsync(Viewers.Office, id))!.Files);
        Assert.Null(await ReadAsync(Viewer.Public, id, file));
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.WriteAsync(Viewers.Member, id, 0, "Antwort");
        await Network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, 0));
        await Network.StepAsync(s => s.DeliverAsync(Viewers.Staff, id));

        Assert.True((await ReadAsync(Viewer.Public, id, file))!.IsPublic);
    }

    [Fact]
    public async Task Files_in_the_thread_of_a_request_are_for_those_who_read_it()
    {
        var id = await Network.AskedAsync();
        var thread = (await Network.SeeAsync(Viewers.Member, id))!.Thread!.Id;
        foreach (var writer in new[] { Viewers.Office, Viewers.Member, Viewers.Staff })
        {
            var reply = new PostReply(thread, new PostText("Siehe Anlage", "de", Guid.NewGuid())) { Files = [Plan] };
            Assert.IsType<Outcome<PostReceipt>.Done>(await Network.AskAsync((PostReplyHandler h) => h.RunAsync(writer, reply)));
        }

        var posts = (await Network.AskAsync((ThreadQuery q) => q.RunAsync(Viewers.Office, thread)))!.Posts;
        foreach (var file in posts.Select(p => Assert.Single(p.Files)))
        {
            foreach (var viewer in new[] { Viewers.Office, Viewers.Member, Viewers.Deputy, Viewers.Staff })
                Assert.Equal(Plan.Bytes, (await Network.AskAsync((PostFileQuery q) => q.RunAsync(viewer, thread, file.Id, file.Name)))!.Bytes);
            foreach (var viewer in new[] { Viewer.Public, Outsider, Viewers.Organization })
                Assert.Null(await Network.AskAsync((PostFileQuery q) => q.RunAsync(viewer, thread, file.Id, file.Name)));
        }

        Assert.Equal(3, posts.Count);
    }

    [Fact]
    public async Task Whoever_added_a_file_gets_it_with_their_data_and_it_stays_with_the_question_without_them()
    {
        var who = new Viewer(Guid.CreateVersion7(), Guid.CreateVersion7(), [AccountRole.CityOffice]);
        await Network.ChangeAsync(db =>
        {
            db.People.Add(new Person(who.PersonId!.Value, $"frag-{who.PersonId:N}", "Frag", "Steller"));
            return Task.CompletedTask;
        });
        var id = await Network.AskedAsync(Asking.Question() with { Files = [Plan], Organization = null }, who);
        await using var db = Network.Db();
        var subject = new DataSubject(who.PersonId, [who.AccountId!.Value]);
        var export = new PersonalExport(Network.Time.GetUtcNow());
        var kept = Network.All<IPersonalData>().OfType<AdviceRequestData>().Single();

        await kept.ExportAsync(db, subject, export, default);
        await kept.EraseAsync(db, subject, default);
        await db.SaveChangesAsync();

        Assert.Equal("Lage-Plan.txt", Assert.Single(export.Parts.Single(p => p.Name == "adviceFiles").Entries).Values.Single(v => v.Key == "file").Value);
        Assert.Equal(Plan.Bytes, Assert.Single(export.Files).Bytes);
        Assert.Null((await db.AdviceAttachments.SingleAsync(a => a.RequestId == id)).AddedById);
        Assert.Single((await Network.SeeAsync(Viewers.Staff, id))!.Files);
    }

    private async Task<Guid> WrittenAsync()
    {
        var id = await Network.AskedAsync();
        await Network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await Network.WriteAsync(Viewers.Member, id, 0, "Die Antwort");
        return id;
    }

    private async Task<Refusal> RefusalAsync(IReadOnlyList<IncomingFile> files)
    {
        var request = Asking.Question() with { Files = files };
        var refusal = Assert.IsType<Outcome<Guid>.Invalid>(await Network.StartAsync(request)).Fields["file"];
        Assert.Null(await Network.SeeAsync(Viewers.Staff, request.Id));
        return refusal;
    }

    private Task<Outcome<Guid>> AddAsync(Viewer viewer, Guid id, params IncomingFile[] files) => Network.AskAsync((AdviceFileWork w) => w.AddAsync(viewer, id, files));

    private Task<Outcome<Guid>> RemoveAsync(Viewer viewer, Guid id, Guid file) => Network.AskAsync((AdviceFileWork w) => w.RemoveAsync(viewer, id, file));

    private Task<AttachmentContent?> ReadAsync(Viewer viewer, Guid id, AdviceFile file) => Network.AskAsync((AdviceFileQuery q) => q.RunAsync(viewer, id, file.Id, file.Name));
}

public sealed class AdviceFilesOnSqlite(SqliteNetwork store) : AdviceFileTests(store), IClassFixture<SqliteNetwork>;

public sealed class AdviceFilesOnPostgres(PostgresNetwork store) : AdviceFileTests(store), IClassFixture<PostgresNetwork>;
