using Beirat.Network.Web;

if (Commands.IsCommand(args)) return await Commands.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
PortalSettings settings;
try
{
    settings = PortalSettings.From(builder.Configuration, builder.Environment);
}
catch (InvalidDataException fault)
{
    Console.Error.WriteLine(fault.Message);
    return Commands.Wrong;
}

builder.AddPortal(settings);

await using var app = builder.Build();
app.UsePortal();
return await Startup.RunAsync(app, settings);

/// <summary>Named so that tests can start the portal.</summary>
public sealed partial class Program;
