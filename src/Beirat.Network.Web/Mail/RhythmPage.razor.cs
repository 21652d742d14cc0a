using System.Globalization;
using Beirat.Network.Common;
using Beirat.Network.Mail;
using Beirat.Network.Web.AdviceRequests;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Mail;

public sealed class RhythmEntry
{
    public int Version { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public bool Weekly { get; set; }
}

/// <summary>When mails about requests come: not in quiet hours, and once a week for those who want it so.</summary>
public sealed partial class RhythmPage
{
    private static readonly string[] Clocks = ["HH:mm", "H:mm", "HH:mm:ss", "H.mm"];

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    [SupplyParameterFromForm(FormName = "benachrichtigungen")]
    public RhythmEntry? Entry { get; set; }

    private Dictionary<string, string> Errors { get; } = [];

    private string? Warning { get; set; }

    protected override async Task LoadAsync()
    {
        if (await Handler.FindAsync(Viewer, Gone) is { } now)
            Entry ??= new RhythmEntry { Version = now.Version, From = Shown(now.QuietFrom), Until = Shown(now.QuietUntil), Weekly = now.Weekly };
        else if (Entry is null) Navigation.NavigateTo("/konto/anmelden?zurueck=/konto/benachrichtigungen");
    }

    private async Task SaveAsync()
    {
        if (TokenRefused || !Viewer.IsSignedIn)
        {
            Warning = Viewer.IsSignedIn ? LayoutTexts.FormExpired : AdviceRequestsTexts.SignedOut;
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var unreadable = new List<string>();
        var change = new MailRhythmChange(Entry!.Version, Clock(Entry.From, "from", unreadable), Clock(Entry.Until, "until", unreadable), Entry.Weekly, unreadable);
        var outcome = await Handler.RunAsync(Viewer, change, Gone);
        if (outcome is Outcome<Guid>.Done) Navigation.NavigateTo("/konto/benachrichtigungen?gespeichert=1");
        if (outcome is Outcome<Guid>.Invalid invalid) foreach (var (field, reason) in invalid.Fields) Errors[field] = Say.Refusal(reason);
        if (outcome is Outcome<Guid>.Stale stale) (Warning, Entry.Version) = (LayoutTexts.Stale, stale.Version);
        if (OutcomeResults.StatusOf(outcome) is { } status) Context.Response.StatusCode = status;
    }

    private static string? Shown(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly? Clock(string? text, string field, List<string> unreadable)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (TimeOnly.TryParseExact(text.Trim(), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        unreadable.Add(field);
        return null;
    }
}
