using System.Diagnostics;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>The npm clients of the folder <c>clients</c>, fetched once.</summary>
public sealed class NodeClients : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Checkout.Folder, "tests", "e2e", "clients");
    private readonly bool _isNodeThere = IsOnPath("node") && IsOnPath("npm");

    public async Task InitializeAsync()
    {
        var (wanted, fetched) = (new FileInfo(Path.Combine(Folder, "package-lock.json")), new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json")));
        if (!_isNodeThere || (fetched.Exists && fetched.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)) return;
        using var npm = Start("npm", ["ci"]);
        var (output, error) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, await output + await error);
        fetched.LastWriteTimeUtc = wanted.LastWriteTimeUtc;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Starts a script; its test is skipped where there is no Node.js.</summary>
    public Process Run(string script, params string[] arguments)
    {
        Skip.IfNot(_isNodeThere, "Node.js with npm is not installed; CI installs it.");
        return Start("node", [script, .. arguments]);
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        // On Windows npm is a script, which only a shell starts.
        var (file, all) = OperatingSystem.IsWindows() ? ("cmd.exe", ["/c", program, .. arguments]) : (program, arguments);
        return Process.Start(new ProcessStartInfo(file, all) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static bool IsOnPath(string program)
    {
        var names = OperatingSystem.IsWindows() ? new[] { program + ".exe", program + ".cmd" } : [program];
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return folders.Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name))));
    }
}
