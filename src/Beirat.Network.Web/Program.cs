using Beirat.Network.Web;

if (Commands.IsCommand(args)) return await Commands.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
var settings = PortalSettings.From(builder.Configuration, builder.Environment);
builder.AddPortal(settings);

await using var app = builder.Build();
app.UsePortal();
return await Startup.RunAsync(app, settings);

/// <summary>Named so that tests can start the portal.</summary>
public sealed partial class Program;
