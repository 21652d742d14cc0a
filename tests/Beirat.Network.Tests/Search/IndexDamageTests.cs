using Beirat.Network.Common;
using Beirat.Network.Search;
using Beirat.Network.Tests.Setting;
using Xunit;

namespace Beirat.Network.Tests.Search;

/// <summary>A torn write or a bad block, whatever it hits, is noticed at the start and costs nothing but a build.</summary>
public sealed class IndexDamageTests
{
    public static TheoryData<string, string> Damages => new MatrixTheoryData<string, string>(
        ["*.cfs", "*.cfe", "*.si", "segments_*", "segments.gen"], ["half", "flipped", "gone"]);

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_file_is_no_loss(string pattern, string how)
    {
        await using var council = new DisposableCouncil();
        await council.InitializeAsync();
        await council.CloseAsync();
        Damage(Directory.GetFiles(council.Index, pattern, SearchOption.AllDirectories).First(), how);

        await (await council.ReopenAsync()).StartAsync();

        var result = await council.Network.AskAsync((SearchQuery q) => q.RunAsync(Viewer.Public, new SearchRequest("Turmstraße")));
        Assert.True(result.Ready);
        Assert.True(result.Total > 8);
    }

    private static void Damage(string file, string how)
    {
        var whole = File.ReadAllBytes(file);
        if (how == "gone") File.Delete(file);
        else File.WriteAllBytes(file, how == "half" ? whole[..(whole.Length / 2)] : [.. whole.Select((b, i) => i % 3 == 2 ? (byte)~b : b)]);
    }

    private sealed class DisposableCouncil : SeededCouncil, IAsyncDisposable;
}
