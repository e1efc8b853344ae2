using System.Diagnostics;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>The SDK as a developer calls it.</summary>
internal static class Dotnet
{
    /// <summary>The program that runs these tests.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a command and gives its exit code and what it wrote.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="searchPath">Folders in which it finds other programs; null for those of this process.</param>
    /// <param name="arguments">The command.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string? searchPath, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Nothing it starts may outlive it and keep its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        if (searchPath is not null) start.Environment["PATH"] = searchPath;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
