namespace ControlStrategy.Data.Importing.Files;

/// <summary>What a file holds, by its format.</summary>
internal interface IFileContent
{
    /// <summary>
    /// Checks what must be right before the header can be: of text the beginning, so that one of another encoding is not taken for one with a
    /// wrong header; of a workbook everything but its cells' values.
    /// </summary>
    /// <exception cref="ImportException">The file cannot be taken.</exception>
    void CheckBeginning(CancellationToken cancellation);

    /// <summary>Checks the rest.</summary>
    /// <exception cref="ImportException">The file cannot be taken.</exception>
    void CheckRest(CancellationToken cancellation);

    /// <summary>Reads the records from the first; dispose of the result before asking for another.</summary>
    /// <exception cref="ImportException">There is no header.</exception>
    RecordFile Rows();
}
