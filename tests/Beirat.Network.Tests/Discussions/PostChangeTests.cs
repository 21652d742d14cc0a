using System.Text;
using Beirat.Network.Common;
using Beirat.Network.Discussions;
using Beirat.Network.Knowledge;
using Beirat.Network.Seeding;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beirat.Network.Tests.Discussions;

/// <summary>What becomes of posts after they were written: changes, removal, signs, calls, files, translations. On every store.</summary>
public abstract class PostChangeTests(Store store)
{
    private static readonly Guid Thread = SeedIds.Of("discussion", "schwimmkurse-fuer-frauen-und-kinder");
    private static readonly Guid ForMembers = SeedIds.Of("discussion", "vorbereitung-der-sitzung-im-dezember");

    private NetworkHost Network => store.Demo();

    [Fact]
    public async Task Own_words_can_be_changed_and_every_earlier_form_stays_to_compare()
    {
        var post = await WriteAsync("Die Halle ist montags frei.");
        Assert.IsType<Outcome<long>.NotFound>(await EditAsync(Viewers.Staff, post, "Fremde Worte", 0));
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<long>.Invalid>(await EditAsync(Viewers.Member, post, " ", 0)).Fields["text"]);

        Done(await EditAsync(Viewers.Member, post, "Die Halle ist dienstags frei.", 0));
        Done(await EditAsync(Viewers.Member, post, "Die Halle ist dienstags frei.", 0));
        Assert.Equal(1, Assert.IsType<Outcome<long>.Stale>(await EditAsync(Viewers.Member, post, "Die Halle ist mittwochs frei.", 0)).Version);

        var history = (await HistoryAsync(Viewer.Public, post))!;
        Assert.Equal([2, 1], history.Forms.Select(f => f.Number));
        Assert.Contains(history.Parts, p => p is { Side: DiffSide.Older, Text: "montags" });
        Assert.Contains(history.Parts, p => p is { Side: DiffSide.Newer, Text: "dienstags" });
        Assert.True((await ViewAsync(post)).Edited);
    }

    [Fact]
    public async Task Two_windows_that_save_at_once_lose_nothing()
    {
        var post = await WriteAsync("Anfang");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => EditAsync(Viewers.Member, post, $"Fenster {i}", 0))));

        Assert.Single(outcomes.OfType<Outcome<long>.Done>());
        Assert.Equal(5, outcomes.OfType<Outcome<long>.Stale>().Count());
        await using var db = Network.Db();
        Assert.Equal("Anfang", (await db.PostRevisions.SingleAsync(r => r.PostId == post)).Text);
    }

    [Fact]
    public async Task What_somebody_takes_back_can_be_undone_for_ten_minutes_and_is_gone_then()
    {
        var post = await WriteAsync("Aus Versehen entfernt");
        Done(await EditAsync(Viewers.Member, post, "Aus Versehen wirklich entfernt", 0));
        Done(await RemoveAsync(Viewers.Member, post));
        Assert.True(await ViewAsync(post) is { Removed: true, RemovedByStaff: false, Text: "" });
        Assert.Null(await HistoryAsync(Viewer.Public, post));
        Assert.IsType<Outcome<long>.NotFound>(await UndoAsync(Viewers.Staff, post));

        Done(await UndoAsync(Viewers.Member, post));
        Assert.Equal("Aus Versehen wirklich entfernt", (await ViewAsync(post)).Text);
        Assert.NotNull(await HistoryAsync(Viewer.Public, post));

        Done(await RemoveAsync(Viewers.Member, post));
        Network.Time.Advance(RemovedText.KeptFor);
        Assert.Equal(Refusal.UndoTooLate, Assert.IsType<Outcome<long>.Refused>(await UndoAsync(Viewers.Member, post)).Reason);
        await Network.Get<RemovedTextCalendar>().RunAsync();
        await using var db = Network.Db();
        Assert.False(await db.RemovedTexts.AnyAsync(r => r.PostId == post) || await db.PostRevisions.AnyAsync(r => r.PostId == post));
    }

    [Fact]
    public async Task The_office_removes_with_a_reason_that_only_the_writer_reads_and_nothing_is_kept()
    {
        var post = await WriteAsync("Unerlaubtes Wort");
        Done(await EditAsync(Viewers.Member, post, "Noch ein unerlaubtes Wort", 0));
        Assert.Equal(Refusal.Empty, Assert.IsType<Outcome<long>.Invalid>(await RemoveAsync(Viewers.Staff, post)).Fields["reason"]);

        Done(await RemoveAsync(Viewers.Staff, post, "Verstößt gegen die Regeln"));

        Assert.True((await ViewAsync(post)).RemovedByStaff);
        Assert.Equal("Verstößt gegen die Regeln", (await ThreadAsync(Viewers.Member)).Own.Reasons[post]);
        Assert.Empty((await ThreadAsync(Viewers.Deputy)).Own.Reasons);
        await using var db = Network.Db();
        Assert.False(await db.RemovedTexts.AnyAsync(r => r.PostId == post) || await db.PostRevisions.AnyAsync(r => r.PostId == post));
        Assert.Equal(Refusal.UndoTooLate, Assert.IsType<Outcome<long>.Refused>(await UndoAsync(Viewers.Member, post)).Reason);
    }

    [Fact]
    public async Task A_sign_counts_once_for_each_person_and_kind_and_never_under_own_words()
    {
        var post = await WriteAsync("Danke schon einmal");
        Assert.Equal(Refusal.OwnArticle, Assert.IsType<Outcome<long>.Refused>(await ReactAsync(Viewers.Member, post, ReactionKind.Thanks)).Reason);
        Assert.Equal(Refusal.SignInFirst, Assert.IsType<Outcome<long>.Refused>(await ReactAsync(Viewer.Public, post, ReactionKind.Thanks)).Reason);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => Done(await ReactAsync(Viewers.Deputy, post, ReactionKind.Thanks)))));
        Done(await ReactAsync(Viewers.Organization, post, ReactionKind.Thanks));
        Done(await ReactAsync(Viewers.Organization, post, ReactionKind.Seen));
        Assert.Equal([new ReactionCount(ReactionKind.Thanks, 2), new ReactionCount(ReactionKind.Seen, 1)], (await ViewAsync(post)).Reactions);

        Done(await ReactAsync(Viewers.Organization, post, ReactionKind.Thanks, given: false));
        Assert.Equal([(post, ReactionKind.Seen)], (await ThreadAsync(Viewers.Organization)).Own.Reactions);
    }

    [Fact]
    public async Task A_name_typed_after_the_at_sign_calls_somebody_who_reads_along_and_nobody_else()
    {
        var post = await WriteAsync("Liebe @Layla Haddad, lieber @murat-kocabas: wer weiß es? Mail an info@balkan.example, @niemand.");
        Assert.Equal(["Layla Haddad", "Murat Kocabaş"], (await ViewAsync(post)).Mentions.Select(m => m.Name));

        var refused = await Network.AskAsync((PostReplyHandler h) => h.RunAsync(Viewers.Member, new PostReply(ForMembers, new PostText("@Layla Haddad weiß es.", "de", Guid.NewGuid()))));
        Assert.Equal(Refusal.OutsideAudience, Assert.IsType<Outcome<PostReceipt>.Invalid>(refused).Fields["text"]);
        Assert.Equal(["Layla Haddad"], await Network.AskAsync((MentionQuery q) => q.OutsideAsync(Viewers.Member, ForMembers, "@Layla Haddad weiß es.")));

        Done(await EditAsync(Viewers.Member, post, "Nur noch @Layla Haddad.", 0));
        Assert.Equal(["Layla Haddad"], (await ViewAsync(post)).Mentions.Select(m => m.Name));
        var offered = await Network.AskAsync((MentionQuery q) => q.SuggestAsync(Viewers.Member, ForMembers, "layl"));
        Assert.Empty(offered!);
        Assert.Contains("Layla Haddad", (await Network.AskAsync((MentionQuery q) => q.SuggestAsync(Viewers.Member, Thread, "layl")))!.Select(p => p.Name));
        Assert.Null(await Network.AskAsync((MentionQuery q) => q.SuggestAsync(Viewers.Organization, ForMembers, "ay")));
    }

    [Fact]
    public async Task Files_are_known_by_their_content_and_only_for_readers_and_go_with_the_post()
    {
        var note = new IncomingFile("..\\böse/Plan.exe", Encoding.UTF8.GetBytes("Schwimmplan Quastenflosser\nMontag"));
        Assert.Equal(Refusal.UnknownFileKind, await FileRefusalAsync([new IncomingFile("a.pdf", [0, 1, 2, 3, 0xFF, 0])]));
        Assert.Equal(Refusal.TooManyFiles, await FileRefusalAsync([note, note, note, note]));
        Assert.Equal(Refusal.FileTooLarge, await FileRefusalAsync([new IncomingFile("gross.txt", new byte[ArticleAttachment.MaxSize + 1])]));

        var done = Assert.IsType<Outcome<PostReceipt>.Done>(await FilesAsync(ForMembers, [note])).Value;
        var file = Assert.Single((await ViewAsync(done.Id)).Files);
        Assert.EndsWith(".txt", file.Name, StringComparison.Ordinal);
        Assert.NotNull(await Network.AskAsync((PostFileQuery q) => q.RunAsync(Viewers.Deputy, ForMembers, file.Id, file.Name)));
        foreach (var other in new[] { Viewer.Public, Viewers.Organization, Viewers.Office })
            Assert.Null(await Network.AskAsync((PostFileQuery q) => q.RunAsync(other, ForMembers, file.Id, file.Name)));

        Done(await Network.AskAsync((PostRemovalHandler h) => h.RunAsync(Viewers.Member, new PostRemoval(ForMembers, done.Id))));
        Assert.Null(await Network.AskAsync((PostFileQuery q) => q.RunAsync(Viewers.Deputy, ForMembers, file.Id, file.Name)));
    }

    [Fact]
    public async Task A_translation_stands_beside_its_original_until_that_changes_and_is_lost_to_nobody()
    {
        var post = await WriteAsync("Die Halle ist frei.");
        Assert.Equal(Refusal.NoTranslationOfSame, Assert.IsType<Outcome<long>.Invalid>(await TranslateAsync(Viewers.Deputy, post, "de", "x", null)).Fields["language"]);
        Assert.IsType<Outcome<long>.NotFound>(await TranslateAsync(Viewers.Office, SeedIds.Of("post", "vorbereitung-der-sitzung-im-dezember/1"), "tr", "x", null));
        Done(await TranslateAsync(Viewers.Deputy, post, "tr", "Salon boş.", null));
        Assert.IsType<Outcome<long>.Stale>(await TranslateAsync(Viewers.Organization, post, "tr", "Salon müsait.", null));

        var shown = Assert.Single((await ViewAsync(post)).Translations);
        Assert.Equal(("tr", TranslationKind.Machine, "Murat Kocabaş", false), (shown.Language, shown.Kind, shown.By!.Name, shown.Outdated));
        Done(await EditAsync(Viewers.Member, post, "Die Halle ist doch besetzt.", 0));
        Assert.True(Assert.Single((await ViewAsync(post)).Translations).Outdated);
        Done(await TranslateAsync(Viewers.Organization, post, "tr", "Salon dolu.", shown.Version));
        Assert.True((await ViewAsync(post)).Translations[0] is { Outdated: false, Text: "Salon dolu.", By.Name: "Layla Haddad" });
    }

    [Theory]
    [InlineData("Wir treffen uns am Montag und bringen etwas zu essen mit.", "de")]
    [InlineData("Pazartesi günü buluşuyoruz ve bir şeyler getiriyoruz.", "tr")]
    [InlineData("Where can I find the form, and who will help me with it?", "en")]
    [InlineData("أين أجد الاستمارة ومن يساعدني؟", "ar")]
    [InlineData("> Wir treffen uns am Montag und bringen etwas zu essen mit.\n\nThat is fine with me and with the others.", "en")]
    public async Task The_language_is_found_in_the_text_when_nobody_names_it(string text, string language)
    {
        var receipt = Assert.IsType<Outcome<PostReceipt>.Done>(await Network.AskAsync((PostReplyHandler h) =>
            h.RunAsync(Viewers.Member, new PostReply(Thread, new PostText(text, PostRules.AnyLanguage, Guid.NewGuid()))))).Value;

        Assert.Equal(language, (await ViewAsync(receipt.Id)).Language);
    }

    private static long Done(Outcome<long> outcome) => Assert.IsType<Outcome<long>.Done>(outcome).Value;

    private async Task<Guid> WriteAsync(string text) => Assert.IsType<Outcome<PostReceipt>.Done>(await Network.AskAsync((PostReplyHandler h) =>
        h.RunAsync(Viewers.Member, new PostReply(Thread, new PostText(text, "de", Guid.NewGuid()))))).Value.Id;

    private Task<Outcome<PostReceipt>> FilesAsync(Guid thread, IReadOnlyList<IncomingFile> files) => Network.AskAsync((PostReplyHandler h) =>
        h.RunAsync(Viewers.Member, new PostReply(thread, new PostText("Siehe Anlage", "de", Guid.NewGuid())) { Files = files }));

    private async Task<Refusal> FileRefusalAsync(IReadOnlyList<IncomingFile> files) => Assert.IsType<Outcome<PostReceipt>.Invalid>(await FilesAsync(ForMembers, files)).Fields["file"];

    private Task<Outcome<long>> EditAsync(Viewer viewer, Guid post, string text, int edition) => Network.AskAsync((PostEditHandler h) => h.RunAsync(viewer, new PostEdit(Thread, post, text, "de", edition)));

    private Task<Outcome<long>> RemoveAsync(Viewer viewer, Guid post, string? reason = null) => Network.AskAsync((PostRemovalHandler h) => h.RunAsync(viewer, new PostRemoval(Thread, post, reason)));

    private Task<Outcome<long>> UndoAsync(Viewer viewer, Guid post) => Network.AskAsync((PostRemovalHandler h) => h.RunAsync(viewer, new PostUndo(Thread, post)));

    private Task<Outcome<long>> ReactAsync(Viewer viewer, Guid post, ReactionKind kind, bool given = true) => Network.AskAsync((PostReactingHandler h) => h.RunAsync(viewer, new PostReacting(Thread, post, kind, given)));

    private Task<Outcome<long>> TranslateAsync(Viewer viewer, Guid post, string language, string text, int? version) =>
        Network.AskAsync((TranslatePostHandler h) => h.RunAsync(viewer, new TranslatePost(Thread, post, language, text, TranslationKind.Machine, version)));

    private Task<PostHistory?> HistoryAsync(Viewer viewer, Guid post) => Network.AskAsync((PostHistoryQuery q) => q.RunAsync(viewer, Thread, post));

    private async Task<PostView> ViewAsync(Guid post) => (await Network.AskAsync((ThreadQuery q) => q.ChangedAsync([post]))).Single();

    private async Task<ThreadView> ThreadAsync(Viewer viewer) => (await Network.AskAsync((ThreadQuery q) => q.RunAsync(viewer, Thread)))!;
}

public sealed class PostChangesOnSqlite(SqliteNetwork store) : PostChangeTests(store), IClassFixture<SqliteNetwork>;

public sealed class PostChangesOnPostgres(PostgresNetwork store) : PostChangeTests(store), IClassFixture<PostgresNetwork>;
