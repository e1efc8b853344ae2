using ControlStrategy.Data.Importing;

namespace ControlStrategy.Api.Imports;

/// <summary>How much an import may bring.</summary>
/// <param name="MaximumUploadBytes">Bytes of a file sent over HTTP, as it is sent.</param>
/// <param name="Limits">What it may unpack to, however it comes.</param>
public sealed record ImportSettings(int MaximumUploadBytes, ImportLimits Limits)
{
    /// <summary>Bytes of a file sent over HTTP unless the setting says otherwise: 50 MiB.</summary>
    public const int DefaultUploadBytes = 50 << 20;

    /// <summary>Reads the settings of the section Imports.</summary>
    /// <param name="number">Reads a number of at least 1 by its key, with its default.</param>
    internal static ImportSettings Read(Func<string, int, int> number)
    {
        var limits = new ImportLimits();
        return new ImportSettings(number("Imports:MaximumUploadBytes", DefaultUploadBytes), new ImportLimits
        {
            MaximumUnpackedBytes = number("Imports:MaximumUnpackedBytes", limits.MaximumUnpackedBytes),
            MaximumWorkbookUnpackedBytes = number("Imports:MaximumWorkbookUnpackedBytes", limits.MaximumWorkbookUnpackedBytes),
            MaximumWorkbookParts = number("Imports:MaximumWorkbookParts", limits.MaximumWorkbookParts),
            MaximumWorkbookCells = number("Imports:MaximumWorkbookCells", limits.MaximumWorkbookCells),
        });
    }
}
