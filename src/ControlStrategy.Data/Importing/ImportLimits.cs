namespace ControlStrategy.Data.Importing;

/// <summary>How much a packed file may unpack to. What is over a limit is refused before it is read as a whole.</summary>
public sealed record ImportLimits
{
    /// <summary>Bytes of text a gzipped CSV file may hold. The default is 1 GiB.</summary>
    public int MaximumUnpackedBytes { get; init; } = 1 << 30;

    /// <summary>Bytes that all parts of an XLSX workbook may unpack to together. The default is 256 MiB.</summary>
    public int MaximumWorkbookUnpackedBytes { get; init; } = 256 << 20;

    /// <summary>Parts an XLSX workbook may have: sheets, styles, pictures and so on. The default is 1,000.</summary>
    public int MaximumWorkbookParts { get; init; } = 1_000;

    /// <summary>
    /// Cells the sheet that is read may have, empty ones counted: its last row times its last column. Also the number of texts a workbook
    /// may share between its cells. The default is 5,000,000.
    /// </summary>
    public int MaximumWorkbookCells { get; init; } = 5_000_000;
}
