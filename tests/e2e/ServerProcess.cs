using System.Diagnostics;
using System.Text;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>The program as a process of its own, started in an empty folder, on a free port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("control-strategy-run-");
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private ServerProcess(string program)
    {
        var start = new ProcessStartInfo(Dotnet.Path, [program]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The program ended: " + Output));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Asks the server; never follows a redirection.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts the program of a folder and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(string folder)
    {
        var server = new ServerProcess(Path.Combine(folder, "ControlStrategy.Api.dll"));
        server.Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = await server._address.Task };
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0) _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
