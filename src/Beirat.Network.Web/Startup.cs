using System.Net.Sockets;
using Beirat.Network.Data;
using Beirat.Network.Seeding;
using Microsoft.AspNetCore.Connections;

namespace Beirat.Network.Web;

/// <summary>From a built application to one that answers, with a clear word and exit code when that fails.</summary>
internal static partial class Startup
{
    /// <summary>The data folder is missing and cannot be made, is not writable, or another portal uses it.</summary>
    public const int DataFolderFault = 3;

    /// <summary>The address to listen on is taken or not ours.</summary>
    public const int AddressFault = 4;

    /// <summary>The database cannot be opened or migrated.</summary>
    public const int DatabaseFault = 5;

    public static async Task<int> RunAsync(WebApplication app, PortalSettings settings)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Beirat.Network");
        try
        {
            using var folder = DataFolder.Take(settings.DataFolder);
            if (await PrepareAsync(app.Services, settings, log) is var fault and not 0) return fault;
            await app.StartAsync();
            LogReady(log, string.Join(", ", app.Urls));
            if (settings is { Mail: not null, PublicUrl: null }) LogNoPublicUrl(log);
            if (settings.Demo) LogDemo(log, app.Urls.FirstOrDefault() ?? PortalSettings.DefaultUrl, DemoSeed.Password);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (DataFolderException fault)
        {
            LogDataFolder(log, settings.DataFolder, fault.Message);
            return DataFolderFault;
        }
        catch (Exception fault) when (IsAddressFault(fault))
        {
            LogAddress(log, fault.Message);
            return AddressFault;
        }
    }

    /// <summary>Brings the database up to date and, in demo mode, fills an empty one.</summary>
    private static async Task<int> PrepareAsync(IServiceProvider services, PortalSettings settings, ILogger log)
    {
        try
        {
            // An empty folder is about to get a database and the council: making the one ready does not wait for the other.
            var seed = services.GetRequiredService<DemoSeed>();
            var council = settings is { Demo: true, Postgres: null } && !File.Exists(settings.DatabaseFile) ? Task.Run(Prepare) : null;
            await services.GetRequiredService<INetworkStore>().MigrateAsync();
            if (!settings.Demo) return 0;
            if (await seed.RunAsync(() => council ?? Task.Run(Prepare))) LogSeeded(log);
            return 0;

            PreparedCouncil Prepare() => seed.Prepare(DemoCouncil.Read(settings.SeedFolder, settings.Time.GetUtcNow()));
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidDataException)
        {
            LogDatabase(log, fault.Message);
            return DatabaseFault;
        }
    }

    private static bool IsAddressFault(Exception fault) =>
        fault is IOException { InnerException: AddressInUseException } or SocketException
        || fault.InnerException is SocketException
        || (fault is IOException && fault.Message.Contains("bind", StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(Level = LogLevel.Information, Message = "Beirat.Network is ready: {Addresses}")]
    private static partial void LogReady(ILogger log, string addresses);

    [LoggerMessage(Level = LogLevel.Information, Message =
        "Demo council: open {Address}/konto/anmelden and sign in as mitglied@demo.example or stabsstelle@demo.example with the password {Password}")]
    private static partial void LogDemo(ILogger log, string address, string password);

    // Whoever sends a request names its host: a link in a mail must not lead where a stranger wants.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Mails are sent, but Beirat:PublicUrl is not set: their links lead to whatever host a request named.")]
    private static partial void LogNoPublicUrl(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "The empty database was filled with the demo council.")]
    private static partial void LogSeeded(ILogger log);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The data folder {Folder} cannot be used: {Reason}")]
    private static partial void LogDataFolder(ILogger log, string folder, string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The portal cannot listen there: {Reason} Choose another address with --urls.")]
    private static partial void LogAddress(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database cannot be used: {Reason}")]
    private static partial void LogDatabase(ILogger log, string reason);
}
