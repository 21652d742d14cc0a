using Beirat.Network.Benchmarks;

// Prints figures of the portal as tables, each against a baseline of the same run: machines differ, ratios less so.
// --smoke runs everything once and short, to see that it still works; its figures mean nothing.
var smoke = args.Contains("--smoke");
var span = smoke ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(5);

await StartFigures.PrintAsync(rounds: smoke ? 1 : 3);
await using var portal = await PortalProcess.StartAsync();
await PageFigures.PrintAsync(portal, span);
await WeightFigures.PrintAsync(portal);
return 0;
