using System.CommandLine;
using System.Data.Common;
using Beirat.Network.Accounts;
using Beirat.Network.Data;
using Beirat.Network.Import;
using Beirat.Network.Operations;
using Beirat.Network.Search;
using Beirat.Network.Seeding;
using Beirat.Network.Web.Account;

namespace Beirat.Network.Web;

/// <summary>The operator's commands. Exit codes: 0 done, 1 something is wrong, 2 done in part, 3 data folder, 5 database.</summary>
internal static class Commands
{
    public const int Wrong = 1;
    public const int InPart = 2;

    private static readonly string[] Help = ["--help", "-h", "-?", "--version"];

    /// <summary>True when the arguments name a command instead of starting the portal.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || Help.Contains(args[0]));

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Beirat.Network. Without a command the portal starts; --urls sets where it listens.")
        {
            Make("migrate", "Creates the database or brings it to the newest form.", MigrateAsync),
            Group("seed", "Fills an empty database.", Make("demo", "The demo council: invented people, real structure.", SeedAsync)),
            Make("reindex", "Builds the search index anew from the database.", ReindexAsync),
            Make("check", "Looks for faults in database, search index and links. Exit code 1 when there are any.", CheckAsync),
            Group("import", "Reads data from a file.", ImportArticles(), ExchangeCommands.ImportPeople(), ExchangeCommands.ImportOrganizations()),
            Group("export", "Writes data to a file that import reads.", ExchangeCommands.ExportPeople(), ExchangeCommands.ExportOrganizations()),
            Group("user", "Accounts.", UserAdd(), UserPassword()),
            Group("token", "Personal API tokens.", TokenCreate()),
        };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static async Task<int> MigrateAsync(IServiceProvider services)
    {
        await services.GetRequiredService<INetworkStore>().MigrateAsync();
        return Say(0, "The database is up to date.");
    }

    private static async Task<int> SeedAsync(IServiceProvider services)
    {
        await services.GetRequiredService<INetworkStore>().MigrateAsync();
        var seeded = await services.GetRequiredService<DemoSeed>().RunAsync(services.GetRequiredService<PortalSettings>().SeedFolder);
        return seeded ? Say(0, "The demo council is in.") : Fault(Wrong, "The database is not empty; nothing was changed.");
    }

    private static async Task<int> ReindexAsync(IServiceProvider services)
    {
        var here = await services.GetRequiredService<Reindex>().RunAsync(new Counter("indexed"));
        return Say(0, here ? "The search index is complete." : "The running portal holds the index and was asked to build it anew.");
    }

    private static async Task<int> CheckAsync(IServiceProvider services)
    {
        var faults = await services.GetRequiredService<NetworkCheck>().RunAsync();
        foreach (var fault in faults) Console.Error.WriteLine(fault);
        return faults.Count == 0 ? Say(0, "No faults found.") : Fault(Wrong, $"{faults.Count} faults.");
    }

    private static Command ImportArticles()
    {
        var file = new Argument<FileInfo>("FILE.jsonl") { Description = "One JSON object a line: id, title, text, language; topics, audience, source, date." };
        return Make("articles", "Reads articles. A bad line is named and left out (exit code 2).", file, async (services, path) =>
        {
            if (!path.Exists) return Fault(Wrong, $"There is no file {path.FullName}.");
            await using var lines = path.OpenRead();
            var report = await services.GetRequiredService<ArticleImport>().RunAsync(lines, new Counter("lines read"));
            await services.GetRequiredService<INetworkStore>().LearnAsync();
            foreach (var fault in report.Faults) Console.Error.WriteLine(fault);
            if (report.Failed > report.Faults.Count) Console.Error.WriteLine($"… and {report.Failed - report.Faults.Count} more.");
            return Say(report.Failed == 0 ? 0 : InPart, $"{report.Added} added, {report.Updated} updated, {report.Failed} left out, of {report.Lines} lines.");
        });
    }

    private static Command UserAdd()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address to sign in with." };
        var role = new Option<string>("--role") { Required = true, Description = string.Join(", ", Enum.GetNames<AccountRole>().Select(Camel)) };
        var name = new Option<string>("--name") { Description = "\"Given Family\"; made from the address when left out." };
        var command = new Command("add", "Adds an account without a password; set one with: user password EMAIL.") { email, role, name };
        command.SetAction((parsed, _) => WithServicesAsync(async services =>
        {
            if (!Enum.TryParse<AccountRole>(parsed.GetValue(role), ignoreCase: true, out var granted) || !Enum.IsDefined(granted))
                return Fault(Wrong, $"There is no role \"{parsed.GetValue(role)}\". Roles: {role.Description}.");
            var address = parsed.GetValue(email)!.Trim();
            if (!System.Net.Mail.MailAddress.TryCreate(address, out var mail) || mail.Address != address)
                return Fault(Wrong, $"\"{address}\" is not an e-mail address.");
            var (given, family) = NameOf(parsed.GetValue(name), mail.User);
            await services.GetRequiredService<INetworkStore>().MigrateAsync();
            var messages = await services.GetRequiredService<AccountDirectory>().AddWithPersonAsync(address, granted, given, family);
            return Report(messages, $"Added {address} as {Camel(granted.ToString())}, shown as \"{$"{given} {family}".Trim()}\".");
        }));
        return command;
    }

    private static Command UserPassword()
    {
        var email = new Argument<string>("EMAIL");
        return Make("password", "Sets a password, read from standard input (at least 12 characters).", email, async (services, address) =>
        {
            if (!Console.IsInputRedirected) Console.Error.Write("Password: ");
            var password = await Console.In.ReadLineAsync();
            if (string.IsNullOrEmpty(password)) return Fault(Wrong, "No password came from standard input.");
            return Report(await services.GetRequiredService<AccountDirectory>().SetPasswordAsync(address, password), "The password is set.");
        });
    }

    private static Command TokenCreate()
    {
        var email = new Argument<string>("EMAIL");
        return Make("create", "Prints a personal API token. It is shown this once and works for a year.", email, async (services, address) =>
            await services.GetRequiredService<AccountDirectory>().CreateTokenAsync(address) is { } token
                ? Say(0, token)
                : Fault(Wrong, $"There is no account for {address}."));
    }

    private static (string Given, string Family) NameOf(string? name, string localPart)
    {
        var words = (name ?? string.Join(' ', localPart.Split('.', '-', '_', '+').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..])))
            .Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 2 ? (words[0], words[1]) : (words.FirstOrDefault() ?? localPart, string.Empty);
    }

    private static Command Group(string name, string description, params Command[] commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands) group.Add(command);
        return group;
    }

    private static Command Make(string name, string description, Func<IServiceProvider, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, _) => WithServicesAsync(run));
        return command;
    }

    private static Command Make<T>(string name, string description, Argument<T> argument, Func<IServiceProvider, T, Task<int>> run)
    {
        var command = new Command(name, description) { argument };
        command.SetAction((parsed, _) => WithServicesAsync(services => run(services, parsed.GetValue(argument)!)));
        return command;
    }

    /// <summary>The network without the web: settings as the portal has them, warnings only on the console.</summary>
    internal static async Task<int> WithServicesAsync(Func<IServiceProvider, Task<int>> run)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        var settings = PortalSettings.From(builder.Configuration, builder.Environment);
        builder.Services.AddCore(settings);
        builder.Services.AddAccountStore();
        builder.Services.AddHttpContextAccessor();
        try
        {
            DataFolder.Make(settings.DataFolder);
            await using var services = builder.Services.BuildServiceProvider();
            return await run(services);
        }
        catch (DataFolderException fault)
        {
            return Fault(Startup.DataFolderFault, $"The data folder {settings.DataFolder} cannot be used: {fault.Message}");
        }
        catch (Exception fault) when (fault is DbException || fault.InnerException is DbException)
        {
            return Fault(Startup.DatabaseFault, $"The database cannot be used: {fault.GetBaseException().Message} (run migrate first?)");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fault(Wrong, fault.Message);
        }
    }

    private static int Report(IReadOnlyList<string> faults, string done) =>
        faults.Count == 0 ? Say(0, done) : Fault(Wrong, string.Join(Environment.NewLine, faults));

    internal static int Say(int code, string message)
    {
        Console.Out.WriteLine(message);
        return code;
    }

    internal static int Fault(int code, string message)
    {
        Console.Error.WriteLine(message);
        return code;
    }

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    internal sealed class Counter(string what) : IProgress<int>
    {
        private const int Every = 2_000;
        private int _said;

        public void Report(int value)
        {
            if (value - _said < Every) return;
            _said = value;
            Console.Error.WriteLine($"{value} {what}");
        }
    }
}
