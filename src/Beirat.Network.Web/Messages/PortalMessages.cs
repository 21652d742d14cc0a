using Beirat.Network.Web.Mail;
using Beirat.Network.Web.Notices;

namespace Beirat.Network.Web.Messages;

/// <summary>What messages between people need in the portal.</summary>
internal static class PortalMessages
{
    public static void AddMessages(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton<MessageStamps>();
        services.AddSingleton<MessageTurns>();
        services.AddSingleton<SentMark>();
        services.AddSingleton<StopTokens>();
        services.AddSingleton(settings.Messages);
        if (settings.Mail is not { } mail) return;
        services.AddSingleton(mail);
        services.AddMailDelivery<PortalMails, SmtpTransport>();
    }
}
