using Xunit;

namespace Beirat.Network.Tests.Setting;

internal static class Eventually
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > AtMost) Assert.Fail($"Not true within {AtMost.TotalSeconds} s.");
            await Task.Delay(20);
        }
    }
}
