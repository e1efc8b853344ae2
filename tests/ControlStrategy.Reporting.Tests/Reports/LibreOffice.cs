using System.Diagnostics;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Reports;

/// <summary>LibreOffice, where the machine has it: a second program that must show a workbook as it was meant.</summary>
internal static class LibreOffice
{
    private static readonly string[] Names = ["soffice", "soffice.exe"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Converts a workbook into a folder, where the caller finds what was written; skips the test without LibreOffice.</summary>
    public static async Task<DirectoryInfo> ConvertAsync(Stream workbook, string format)
    {
        var program = Find();
        Skip.If(program is null, "LibreOffice (soffice) is not on the PATH.");
        var folder = Directory.CreateTempSubdirectory("workbook-");
        var file = Path.Combine(folder.FullName, "workbook.xlsx");
        await using (var target = File.Create(file))
            await workbook.CopyToAsync(target);

        // A profile of its own, so that it neither waits for nor disturbs another one.
        var profile = new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri;
        var start = new ProcessStartInfo(
            program!, [$"-env:UserInstallation={profile}", "--headless", "--convert-to", format, "--outdir", folder.FullName, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return folder;
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
