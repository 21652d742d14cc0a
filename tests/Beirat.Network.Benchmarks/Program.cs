using Beirat.Network.Benchmarks;

// Prints figures of the portal as tables, each against a baseline of the same run: machines differ, ratios less so.
// --smoke runs everything once and short, to see that it still works; its figures mean nothing.
// --search FOLDER prints the figures of the search on the texts and questions of a folder: quality over the API, then speed on 100,000
// short texts against PostgreSQL (BEIRAT_TEST_POSTGRES) and SQLite (--quality or --speed for one of the two).
// --finder prints only the figures of the expert finder over 5,000 people and 200,000 pieces of evidence, or over as many people as are named.
// --live prints only the figures of the live connection.
// --directory prints only the figures of a large directory.
if (args is ["--raw", var port])
{
    await RawBroadcast.ServeAsync(port);
    return 0;
}

if (args is ["--lab", var texts, .. var only])
{
    SearchLab.Print(new SearchSets(texts), only);
    return 0;
}

if (args is ["--search", var folder, ..])
{
    var quick = args.Contains("--smoke");
    var sets = new SearchSets(folder);
    if (!args.Contains("--speed")) await SearchFigures.PrintAsync(sets, quick ? 5 : null);
    if (!args.Contains("--quality")) await SearchSpeed.PrintAsync(sets, quick ? 2_000 : 100_000, TimeSpan.FromSeconds(quick ? 1 : 10));
    return 0;
}

var smoke = args.Contains("--smoke");
if (args is ["--finder", .. var howMany])
{
    await FinderFigures.PrintAsync(smoke, howMany.Select(a => int.TryParse(a, out var people) ? people : 0).FirstOrDefault(people => people > 0));
    return 0;
}

if (args.Contains("--live"))
{
    await LiveFigures.PrintAsync(smoke);
    return 0;
}

var span = smoke ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(5);

if (!args.Contains("--directory"))
{
    await StartFigures.PrintAsync(rounds: smoke ? 1 : 3);
    await using var portal = await PortalProcess.StartAsync();
    await PageFigures.PrintAsync(portal, span);
    await WeightFigures.PrintAsync(portal);
}

await DirectoryFigures.PrintAsync(smoke);
if (smoke) await LiveFigures.PrintAsync(smoke);
return 0;
