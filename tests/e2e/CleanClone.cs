using System.Diagnostics;
using ControlStrategy.Testing;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>The files of the checkout that are under version control or would be, as they are now: what a clone would hold.</summary>
public sealed class CleanClone : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("control-strategy-clone-");

    public CleanClone()
    {
        foreach (var file in Files())
        {
            var target = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Checkout.Folder, file), target);
        }
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    private static List<string> Files()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Checkout.Folder, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(file => File.Exists(Path.Combine(Checkout.Folder, file)))];
    }
}
