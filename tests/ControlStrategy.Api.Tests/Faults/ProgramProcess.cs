using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ControlStrategy.Api.Tests.Faults;

/// <summary>The program as a process of its own, as an operator runs it.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const int Terminate = 15;
    private const int Continue = 18;
    private const int Halt = 19;
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote so far.</summary>
    public string Output => Text(_output);

    /// <summary>Starts a command.</summary>
    public static ProgramProcess Start(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "ControlStrategy.Api.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ProgramProcess(start);
    }

    /// <summary>Starts a server on a free port.</summary>
    public static ProgramProcess Serve(string database, params IEnumerable<(string Name, string Value)> environment) =>
        Start(["serve", "--no-demo", "--database", database], [("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. environment]);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<ProgramEnd> RunAsync(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        await using var program = Start(arguments, environment);
        return await program.EndAsync();
    }

    /// <summary>A client of the server, once it listens.</summary>
    public async Task<HttpClient> ClientAsync() => new() { BaseAddress = await _address.Task.WaitAsync(TimeSpan.FromMinutes(2)) };

    /// <summary>Waits for its end.</summary>
    public async Task<ProgramEnd> EndAsync()
    {
        await _process.WaitForExitAsync();
        return new ProgramEnd(_process.ExitCode, Text(_output), Text(_error));
    }

    /// <summary>Ends it at once, without a chance to tidy up.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Stop() => _ = Send(_process.Id, Terminate);

    /// <summary>Halts it where it stands, with whatever it holds.</summary>
    public void Pause() => _ = Send(_process.Id, Halt);

    /// <summary>Lets it go on.</summary>
    public void Resume() => _ = Send(_process.Id, Continue);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Text(StringBuilder lines)
    {
        lock (lines) return lines.ToString();
    }

    private void Take(StringBuilder lines, string? line)
    {
        if (line is null)
        {
            // The end of what it writes: a server that ends before it listens is not waited for.
            if (ReferenceEquals(lines, _output)) _address.TrySetException(new InvalidOperationException($"The program ended: {Text(_output)}{Text(_error)}"));
            return;
        }
        lock (lines) lines.AppendLine(line);
        var start = line.IndexOf(Listening, StringComparison.Ordinal);
        if (start >= 0) _address.TrySetResult(new Uri(line[(start + Listening.Length)..].Split('"')[0].Trim()));
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int process, int signal);
}

/// <summary>How a command ended.</summary>
internal sealed record ProgramEnd(int ExitCode, string Output, string Error);
