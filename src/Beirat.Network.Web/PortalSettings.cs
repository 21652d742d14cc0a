using System.Globalization;
using Beirat.Network.AdviceRequests;
using Beirat.Network.Messages;
using Beirat.Network.Web.Mail;
using Beirat.Network.Web.Push;

namespace Beirat.Network.Web;

/// <summary>The settings of the portal, from appsettings and the environment (section "Beirat").</summary>
internal sealed record PortalSettings(
    string DataFolder, string SeedFolder, bool Demo, string? Postgres, int SignInsPerMinute, string? Imprint, TimeProvider Time)
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where the portal is reached from outside, without a slash at the end; for links in mails.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Null: the portal sends no mail.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Null: the portal sends nothing to devices.</summary>
    public PushSettings? Push { get; init; }

    /// <summary>Posts, removals and other changes of one account or address in a minute. The accounts of the demo council are shared by everybody who tries it.</summary>
    public int WritesPerMinute { get; init; } = 600;

    /// <summary>Where the nodes of a portal tell each other that something changed (StackExchange.Redis). Null: each looks once a second.</summary>
    public string? Redis { get; init; }

    /// <summary>Live connections that this node holds at a time.</summary>
    public int LiveConnections { get; init; } = 20_000;

    /// <summary>Of them, those of one account or address.</summary>
    public int LiveConnectionsOfOne { get; init; } = 6_000;

    /// <summary>Messages to people, from one address in a minute.</summary>
    public int MessagesPerMinute { get; init; } = 10;

    /// <summary>Conversations that one account or address may begin with one person in a day.</summary>
    public int MessagesToOnePersonPerDay { get; init; } = 5;

    public MessageLimits Messages { get; init; } = MessageLimits.Usual;

    /// <summary>When people are reminded of requests for advice.</summary>
    public AdviceLadder Advice { get; init; } = AdviceLadder.Usual;

    public string DatabaseFile => Path.Combine(DataFolder, "network.db");

    public string IndexFolder => Path.Combine(DataFolder, "index");

    public string KeyFolder => Path.Combine(DataFolder, "keys");

    public static PortalSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Beirat");
        return new PortalSettings(
            Path.GetFullPath(section["DataFolder"] is { Length: > 0 } data ? data : "data", environment.ContentRootPath),
            section["SeedFolder"] is { Length: > 0 } seed ? Path.GetFullPath(seed) : Path.Combine(AppContext.BaseDirectory, "seed"),
            section.GetValue("Demo", false),
            configuration.GetConnectionString("Network") is { Length: > 0 } postgres ? postgres : null,
            section.GetValue("SignInsPerMinute", 60),
            section["Imprint"] is { Length: > 0 } imprint ? imprint : null,
            ClockFrom(section["Clock"], environment))
        {
            PublicUrl = section["PublicUrl"] is { Length: > 0 } address ? address.TrimEnd('/') : null,
            Mail = MailSettings.Read(configuration),
            Push = PushSettings.Read(configuration),
            Redis = configuration.GetConnectionString("Redis") is { Length: > 0 } redis ? redis : null,
            LiveConnections = section.GetValue("LiveConnections", 20_000),
            LiveConnectionsOfOne = section.GetValue("LiveConnectionsOfOne", 6_000),
            WritesPerMinute = section.GetValue("WritesPerMinute", section.GetValue("Demo", false) ? 200_000 : 600),
            MessagesPerMinute = section.GetValue("MessagesPerMinute", 10),
            MessagesToOnePersonPerDay = section.GetValue("MessagesToOnePersonPerDay", 5),
            Messages = new MessageLimits(
                section.GetValue("MessagesPerPersonAndDay", MessageLimits.Usual.ToPerson), section.GetValue("MessagesPerMailAndDay", MessageLimits.Usual.FromMail)),
            Advice = new AdviceLadder(
                section.GetValue("AdviceFirstReminder", AdviceLadder.Usual.FirstReminder), section.GetValue("AdviceSecondReminder", AdviceLadder.Usual.SecondReminder),
                section.GetValue("AdviceEscalation", AdviceLadder.Usual.Escalation), section.GetValue("AdviceBeforeDeadline", AdviceLadder.Usual.BeforeDeadline)),
        };
    }

    /// <summary>In development a start time can be set, for trying deadlines; time then goes on from there.</summary>
    private static TimeProvider ClockFrom(string? start, IHostEnvironment environment)
    {
        if (string.IsNullOrEmpty(start) || !environment.IsDevelopment()) return TimeProvider.System;
        var at = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new ShiftedTime(at - TimeProvider.System.GetUtcNow());
    }

    private sealed class ShiftedTime(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
