using Beirat.Network.Benchmarks;

// Prints figures of the portal as tables, each against a baseline of the same run: machines differ, ratios less so.
// --smoke runs everything once and short, to see that it still works; its figures mean nothing.
// --directory prints only the figures of a large directory.
if (args is ["--lab", var texts, .. var only])
{
    SearchLab.Print(new SearchSets(texts), only);
    return 0;
}

var smoke = args.Contains("--smoke");
var span = smoke ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(5);

if (!args.Contains("--directory"))
{
    await StartFigures.PrintAsync(rounds: smoke ? 1 : 3);
    await using var portal = await PortalProcess.StartAsync();
    await PageFigures.PrintAsync(portal, span);
    await WeightFigures.PrintAsync(portal);
}

await DirectoryFigures.PrintAsync(smoke);
return 0;
