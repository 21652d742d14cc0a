using System.Diagnostics;
using System.Text;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Ended(int Code, string Output);

/// <summary>The built program as a process of its own, the way an operator runs it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Beirat.Network.Web", "debug", "Beirat.Network.Web.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private PortalProcess(string folder, string[] arguments, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(Program), .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(Program)),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Beirat__DataFolder"] = folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<Ended> RunAsync(string folder, params string[] arguments) => RunAsync(folder, string.Empty, arguments);

    public static async Task<Ended> RunAsync(string folder, string input, string[] arguments)
    {
        await using var process = new PortalProcess(folder, arguments, []);
        await process._process.StandardInput.WriteAsync(input);
        process._process.StandardInput.Close();
        return await process.EndAsync();
    }

    public static PortalProcess Start(string folder, string url, params (string Name, string Value)[] settings) =>
        new(folder, ["--urls", url], settings);

    public async Task<Ended> EndAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(late.Token);
        return new Ended(_process.ExitCode, Output);
    }

    /// <summary>Waits until it says that it listens; returns where.</summary>
    public async Task<Uri> ReadyAsync()
    {
        const string said = "Beirat.Network is ready: ";
        await Wait.UntilAsync(() => Task.FromResult(_process.HasExited || Output.Contains(said, StringComparison.Ordinal)), "the portal listens", 60);
        if (_process.HasExited) throw new InvalidOperationException(Output);
        return new Uri(Output[(Output.IndexOf(said, StringComparison.Ordinal) + said.Length)..].Split('\n')[0].Trim());
    }

    /// <summary>Ends it as a power cut would: it gets to do nothing more.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    // The end of a stream comes as null, that of one before the last line of the other: it is no line.
    private void Note(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
    }
}

/// <summary>A data folder with the demo council, made by the commands themselves, once for all classes; tests take copies.</summary>
public sealed class SeededFolder : IAsyncLifetime
{
    private static readonly Lazy<Task<Made>> Once = new(MakeAsync);

    private Made? _made;

    internal Ended Seeded => _made!.Seeded;

    internal Ended Indexed => _made!.Indexed;

    public async ValueTask InitializeAsync() => _made = await Once.Value;

    public TempFolder Copy()
    {
        var copy = new TempFolder();
        copy.CopyFrom(_made!.Folder.Path);
        return copy;
    }

    // The other classes may still need it: it goes when the run ends.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<Made> MakeAsync()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return new Made(folder, await PortalProcess.RunAsync(folder.Path, "seed", "demo"), await PortalProcess.RunAsync(folder.Path, "reindex"));
    }

    private sealed record Made(TempFolder Folder, Ended Seeded, Ended Indexed);
}
