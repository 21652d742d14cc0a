using Beirat.Network.Common;
using Beirat.Network.Mail;
using Beirat.Network.Notices;
using Beirat.Network.Web.AdviceRequests;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Layout;
using Beirat.Network.Web.Push;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Notices;

public sealed class WishesEntry
{
    public int Version { get; set; }

    public string? Threads { get; set; }

    public string? Calls { get; set; }

    public bool Push { get; set; }
}

/// <summary>When mails about threads come; those about requests for advice have a page of their own, and the quiet hours of both stand there.</summary>
public sealed partial class WishesPage
{
    private const string Here = "/konto/mitteilungen";

    [Inject]
    public NoticeWishesHandler Handler { get; set; } = default!;

    [Inject]
    public MailRhythmHandler Mails { get; set; } = default!;

    [Inject]
    public PushDevices Devices { get; set; } = default!;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;

    /// <summary>What became of a device.</summary>
    [SupplyParameterFromQuery]
    public string? Geraet { get; set; }

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    [SupplyParameterFromForm(FormName = "mitteilungen")]
    public WishesEntry? Entry { get; set; }

    private static IEnumerable<KeyValuePair<string, string>> Paces => Enum.GetValues<NoticePace>().Select(p => KeyValuePair.Create($"{p}", Say.Pace(p)));

    private Dictionary<string, string> Errors { get; } = [];

    private string? Warning { get; set; }

    private IReadOnlyList<PushDeviceView> Own { get; set; } = [];

    /// <summary>Null where the portal sends nothing to devices.</summary>
    private string? PushKey { get; set; }

    private bool HasMail => Mails.HasMail;

    protected override async Task LoadAsync()
    {
        if (await Handler.FindAsync(Viewer, Gone) is { } now)
            Entry ??= new WishesEntry { Version = now.Version, Threads = $"{now.Threads}", Calls = $"{now.Calls}", Push = now.PushThreads };
        else if (Entry is null) Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Here)));
        if (!Devices.IsOn || !Viewer.IsSignedIn) return;
        Own = await Devices.OwnAsync(Viewer, Gone);
        PushKey = await Services.GetRequiredService<VapidKey>().PublicAsync(Gone);
    }

    private async Task SaveAsync()
    {
        if (TokenRefused || !Viewer.IsSignedIn)
        {
            Warning = Viewer.IsSignedIn ? LayoutTexts.FormExpired : AdviceRequestsTexts.SignedOut;
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var outcome = await Handler.RunAsync(Viewer, new NoticeWishesChange(Entry!.Version, Pace(Entry.Threads), Pace(Entry.Calls), Entry.Push), Gone);
        if (outcome is Outcome<Guid>.Done) Navigation.NavigateTo($"{Here}?gespeichert=1");
        if (outcome is Outcome<Guid>.Invalid invalid) foreach (var (field, reason) in invalid.Fields) Errors[field] = Say.Refusal(reason);
        if (outcome is Outcome<Guid>.Stale stale) (Warning, Entry.Version) = (LayoutTexts.Stale, stale.Version);
        if (OutcomeResults.StatusOf(outcome) is { } status) Context.Response.StatusCode = status;
    }

    private static NoticePace? Pace(string? text) => Enum.TryParse<NoticePace>(text, out var pace) && Enum.IsDefined(pace) ? pace : null;
}
