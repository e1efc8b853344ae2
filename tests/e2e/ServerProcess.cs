using System.Diagnostics;
using Xunit;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>The program as a process of its own, started in an empty folder, on a free port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("control-strategy-run-");
    private readonly List<string> _lines = [];
    private readonly List<(string Text, TaskCompletionSource<string> Line)> _awaited = [];
    private readonly Process _process;
    private readonly string _program;
    private bool _ended;

    private ServerProcess(string folder)
    {
        _program = folder;
        var start = new ProcessStartInfo(Dotnet.Path, [Path.Combine(folder, "ControlStrategy.Api.dll")]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => End();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Asks the server.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_lines) return string.Join('\n', _lines);
        }
    }

    /// <summary>Starts the program of a folder and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(string folder)
    {
        var server = new ServerProcess(folder);
        var line = await server.LineAsync(Listening);
        server.Client = new HttpClient { BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()) };
        return server;
    }

    /// <summary>Imports a file by a process of its own into the server's database.</summary>
    public async Task ImportAsync(string kind, string name, string content)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), content);
        var (exitCode, output) = await Dotnet.RunAsync(_folder.FullName, null, Path.Combine(_program, "ControlStrategy.Api.dll"), "import", kind, name);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>The first line that contains a text, written already or to come.</summary>
    public Task<string> LineAsync(string text)
    {
        lock (_lines)
        {
            if (_ended) throw Ended(text);
            if (_lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } written) return Task.FromResult(written);
            var awaited = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, awaited));
            return awaited.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_lines)
        {
            _lines.Add(line);
            foreach (var (_, awaited) in _awaited.Where(awaited => line.Contains(awaited.Text, StringComparison.Ordinal))) awaited.TrySetResult(line);
        }
    }

    private void End()
    {
        lock (_lines)
        {
            _ended = true;
            foreach (var (text, awaited) in _awaited) awaited.TrySetException(Ended(text));
        }
    }

    private InvalidOperationException Ended(string text) => new($"The program ended and never said '{text}': {Output}");
}
