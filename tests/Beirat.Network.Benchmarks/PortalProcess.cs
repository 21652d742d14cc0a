using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Beirat.Network.Testing;

namespace Beirat.Network.Benchmarks;

/// <summary>The portal as a process of its own with the demo council, on loopback.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TempFolder? _owned;

    private PortalProcess(Process process, int port, TempFolder? owned) => (_process, Port, _owned) = (process, port, owned);

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Resident memory in MB.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024 / 1024;
        }
    }

    /// <summary>Starts a portal on an empty folder and waits until it is ready.</summary>
    public static async Task<PortalProcess> StartAsync()
    {
        var folder = new TempFolder();
        var portal = Launch(folder.Path, FreePort(), folder);
        await portal.WaitAsync("/health/ready");
        return portal;
    }

    /// <summary>Starts a portal on a folder without waiting. With <paramref name="queries"/> it logs every query there.</summary>
    public static PortalProcess Launch(string folder, int port, TempFolder? owned = null, QueryLog? queries = null)
    {
        var start = Start(folder, "--urls", $"http://127.0.0.1:{port}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Beirat__Demo"] = "true";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        if (queries is not null) start.Environment[$"Logging__LogLevel__{QueryLog.Category}"] = "Information";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => queries?.Take(line.Data);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new PortalProcess(process, port, owned);
    }

    /// <summary>The portal's program on a data folder, with what it prints to be read.</summary>
    public static ProcessStartInfo Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Executable)!,
        };
        start.Environment["Beirat__DataFolder"] = folder;
        return start;
    }

    /// <summary>Asks until an address answers 200, at most some minutes: a large index is built before the portal is ready.</summary>
    public async Task WaitAsync(string path, int minutes = 1)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(minutes))
        {
            try
            {
                using var answer = await http.GetAsync(path);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"{path} did not answer.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _owned?.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Beside this project's own output, in the same configuration.
    private static string Executable => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Beirat.Network.Web", new DirectoryInfo(AppContext.BaseDirectory).Name, "Beirat.Network.Web"));
}
