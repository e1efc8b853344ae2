using ControlStrategy.Data.Importing;

namespace ControlStrategy.Api.Imports;

/// <summary>How much an import may bring.</summary>
/// <param name="MaximumUploadBytes">Bytes of a file sent over HTTP, as it is sent.</param>
/// <param name="LongestUpload">How long a file may take to arrive.</param>
/// <param name="Limits">What it may unpack to, however it comes.</param>
public sealed record ImportSettings(int MaximumUploadBytes, TimeSpan LongestUpload, ImportLimits Limits)
{
    /// <summary>Bytes of a file sent over HTTP unless the setting says otherwise: 50 MiB.</summary>
    public const int DefaultUploadBytes = 50 << 20;

    /// <summary>How long a file may take to arrive unless the setting says otherwise: 10 minutes.</summary>
    public const int DefaultUploadSeconds = 600;

    private const int LargestUploadSeconds = 86_400;

    /// <summary>Reads the settings of the section Imports.</summary>
    /// <param name="number">Reads a number of at least 1 by its key, with its default and the largest it can be.</param>
    internal static ImportSettings Read(Func<string, int, int, int> number)
    {
        var limits = new ImportLimits();
        var longestUpload = TimeSpan.FromSeconds(number("Imports:MaximumUploadSeconds", DefaultUploadSeconds, LargestUploadSeconds));
        return new ImportSettings(number("Imports:MaximumUploadBytes", DefaultUploadBytes, int.MaxValue), longestUpload, new ImportLimits
        {
            MaximumUnpackedBytes = number("Imports:MaximumUnpackedBytes", limits.MaximumUnpackedBytes, int.MaxValue),
            MaximumWorkbookUnpackedBytes = number("Imports:MaximumWorkbookUnpackedBytes", limits.MaximumWorkbookUnpackedBytes, int.MaxValue),
            MaximumWorkbookParts = number("Imports:MaximumWorkbookParts", limits.MaximumWorkbookParts, int.MaxValue),
            MaximumWorkbookCells = number("Imports:MaximumWorkbookCells", limits.MaximumWorkbookCells, int.MaxValue),
        });
    }
}
