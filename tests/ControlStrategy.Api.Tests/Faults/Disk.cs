using System.Diagnostics;
using Xunit;

namespace ControlStrategy.Api.Tests.Faults;

/// <summary>A small disk of its own, in memory; skips the calling test, saying why, where none can be mounted.</summary>
internal sealed class Disk : IDisposable
{
    private readonly List<string> _mounted = [];

    public Disk(int kilobytes) => Folder = Mount("-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs");

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>Makes it larger or smaller.</summary>
    public void Resize(int kilobytes) => Run("mount", "-o", $"remount,size={kilobytes}k", Folder);

    /// <summary>Makes a second way to the same files, through which nothing can be written.</summary>
    public string ReadOnlyView()
    {
        var view = Mount("--bind", Folder);
        Run("mount", "-o", "remount,ro,bind", view);
        return view;
    }

    /// <summary>Fills it to the last byte.</summary>
    public void Fill()
    {
        using var rest = new FileStream(Path.Combine(Folder, "rest"), FileMode.Append);
        var block = new byte[1024];
        try
        {
            while (true)
            {
                rest.Write(block);
                rest.Flush();
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    public void Dispose()
    {
        foreach (var folder in Enumerable.Reverse(_mounted))
        {
            Run("umount", "-l", folder);
            Directory.Delete(folder);
        }
    }

    private string Mount(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("control-strategy-disk-").FullName;
        var refusal = OperatingSystem.IsLinux() ? Try("mount", [.. arguments, folder]) : "this is not Linux";
        if (refusal is not null)
        {
            Directory.Delete(folder);
            Dispose();
            throw new SkipException($"No disk can be mounted: {refusal}");
        }
        _mounted.Add(folder);
        return folder;
    }

    private static void Run(string command, params string[] arguments) => Assert.Null(Try(command, arguments));

    private static string? Try(string command, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error.Trim();
    }
}
