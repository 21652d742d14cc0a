using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Beirat.Network.Tests.Setting;

/// <summary>Counts what a piece of work asks the database, whatever other tests do meanwhile.</summary>
internal static class QueryCount
{
    private static readonly AsyncLocal<Counter?> Current = new();
    private static readonly Lazy<IDisposable> Listening = new(() => DiagnosticListener.AllListeners.Subscribe(new Listeners()));

    /// <summary>To be called a while before: as long as nobody listens, the commands are not told for a second.</summary>
    public static void Listen() => _ = Listening.Value;

    public static async Task<int> OfAsync(Func<Task> work)
    {
        var counter = new Counter();
        Current.Value = counter;
        await work();
        Current.Value = null;
        return counter.Count;
    }

    private sealed class Counter
    {
        public int Count;
    }

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(new Events());
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    private sealed class Events : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && Current.Value is { } counter) Interlocked.Increment(ref counter.Count);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
