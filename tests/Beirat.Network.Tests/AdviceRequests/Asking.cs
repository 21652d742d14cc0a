using Beirat.Network.Accounts;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Tests.Setting;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Tests.AdviceRequests;

/// <summary>Short words for asking the council in tests.</summary>
internal static class Asking
{
    public static readonly DateOnly Deadline = new(2026, 12, 6);

    public static StartAdviceRequest Question(string text = "Wie erreichen wir Familien?", AdviceConfidentiality level = AdviceConfidentiality.Internal, params string[] people) => new(
        Guid.CreateVersion7(), "amt-familie", text, "de", AdviceKind.Opinion, level, Deadline, 60, ["wohnungssuche"], people.Length == 0 ? ["aylin-demirtas", "murat-kocabas"] : people);

    public static Task<Outcome<Guid>> StartAsync(this NetworkHost network, StartAdviceRequest request, Viewer? viewer = null) =>
        network.AskAsync((StartAdviceRequestHandler h) => h.RunAsync(viewer ?? Viewers.Office, request));

    public static async Task<Guid> AskedAsync(this NetworkHost network, StartAdviceRequest? request = null, Viewer? viewer = null) =>
        ((Outcome<Guid>.Done)await network.StartAsync(request ?? Question(), viewer)).Value;

    public static Task<AdviceRequestView?> SeeAsync(this NetworkHost network, Viewer viewer, Guid id) => network.AskAsync((AdviceRequestQuery q) => q.RunAsync(viewer, id));

    public static Task<Outcome<Guid>> AnswerAsync(this NetworkHost network, Viewer viewer, Guid id, AdviceAnswer answer, string reason = "", string? hint = null) =>
        network.AskAsync((AnswerRequestHandler h) => h.RunAsync(viewer, new AnswerRequest(id, answer, reason, hint)));

    public static Task<Outcome<int>> WriteAsync(this NetworkHost network, Viewer viewer, Guid id, int basedOn, string text) =>
        network.AskAsync((AdviceDraftWork w) => w.SaveAsync(viewer, new AdviceDraftText(id, basedOn, text, "de")));

    public static Task<AdviceDraftView?> DraftAsync(this NetworkHost network, Viewer viewer, Guid id) => network.AskAsync((AdviceDraftQuery q) => q.RunAsync(viewer, id));

    public static Task<Outcome<Guid>> StepAsync(this NetworkHost network, Func<AdviceSteps, Task<Outcome<Guid>>> step) => network.AskAsync(step);

    public static Task<IReadOnlyList<AdviceCard>> ListAsync(this NetworkHost network, Viewer viewer, AdviceList list) =>
        network.AskAsync<AdviceListQuery, IReadOnlyList<AdviceCard>>(async q => (await q.RunAsync(viewer, list)).Items);

    public static async Task<string> CsvAsync(this NetworkHost network, Viewer viewer, AdviceList list)
    {
        await using var file = new StringWriter();
        await network.AskAsync(async (AdviceExport e) =>
        {
            await e.RunAsync(viewer, list, file);
            return true;
        });
        return file.ToString();
    }

    /// <summary>Takes a request as far as a delivered answer.</summary>
    public static async Task<Guid> DeliveredAsync(this NetworkHost network, StartAdviceRequest? request = null)
    {
        var id = await network.AskedAsync(request);
        await network.AnswerAsync(Viewers.Member, id, AdviceAnswer.Accepted);
        await network.WriteAsync(Viewers.Member, id, 0, "Die Antwort des Beirats.");
        await network.StepAsync(s => s.ReleaseAsync(Viewers.Member, id, 1, 0));
        await network.StepAsync(s => s.DeliverAsync(Viewers.Staff, id));
        return id;
    }

    /// <summary>The end of everybody's places of a person, yesterday.</summary>
    public static Task EndMandateAsync(this NetworkHost network, string slug) => network.ChangeAsync(async db =>
    {
        var person = await db.People.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();
        foreach (var place in await db.SeatAssignments.Where(a => a.PersonId == person).ToListAsync()) place.EndWith(network.Time.Today().AddDays(-1));
    });

    public static async Task<Viewer> AccountAsync(this NetworkHost network, string mail)
    {
        await using var db = network.Db();
        var account = await db.Users.SingleAsync(a => a.Email == mail);
        var who = await network.AskAsync<SignedInQuery, SignedIn?>(q => q.ByAccountAsync(account.Id));
        return new Viewer(account.Id, account.PersonId, who!.Roles);
    }
}
