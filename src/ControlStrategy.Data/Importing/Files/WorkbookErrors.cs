using System.Globalization;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>The workbook cannot be read.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="cause">What was caught, if anything.</param>
public sealed class ImportWorkbookDamagedException(string path, string problem, Exception? cause = null)
    : ImportException("IMPORT_WORKBOOK_DAMAGED", $"{path} is a damaged workbook: {problem} Open it in Excel and save it again.", cause);

/// <summary>The workbook is larger than one that is read.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="what">What there is too much of.</param>
/// <param name="limit">How much there may be.</param>
/// <param name="setting">The limit's name.</param>
public sealed class ImportWorkbookTooLargeException(string path, string what, long limit, string setting)
    : ImportException(
        "IMPORT_WORKBOOK_TOO_LARGE",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{path} has more than {limit:N0} {what}. Delete what is not data, save it as CSV, or raise the limit (setting Imports:{setting})."));

/// <summary>The workbook may hold macros.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportMacrosException(string path)
    : ImportException("IMPORT_MACROS", $"{path} is a workbook with macros, which are not taken. Save it as .xlsx, which has none.");

/// <summary>A cell holds a formula. Its saved result may be out of date.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="sheet">The sheet.</param>
/// <param name="cell">The first such cell, such as B7.</param>
public sealed class ImportFormulaException(string path, string sheet, string cell)
    : ImportException(
        "IMPORT_FORMULA",
        $"{path} has a formula in cell {cell} of sheet \"{sheet}\". Copy the cells, paste them as values, and save it again.")
{
    /// <summary>The first cell with a formula, such as B7.</summary>
    public string Cell { get; } = cell;
}

/// <summary>Cells are merged, so that it cannot be told which rows or columns their value belongs to.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="sheet">The sheet.</param>
/// <param name="range">The first such range, such as A1:C1.</param>
public sealed class ImportMergedCellsException(string path, string sheet, string range)
    : ImportException(
        "IMPORT_MERGED_CELLS", $"{path} has merged cells {range} in sheet \"{sheet}\". Unmerge them and write the value in each row.")
{
    /// <summary>The first range of merged cells, such as A1:C1.</summary>
    public string Range { get; } = range;
}

/// <summary>A cell holds an error such as #N/A instead of a value.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="sheet">The sheet.</param>
/// <param name="cell">The first such cell, such as B7.</param>
public sealed class ImportErrorCellException(string path, string sheet, string cell)
    : ImportException(
        "IMPORT_ERROR_CELL", $"{path} has an error such as #N/A in cell {cell} of sheet \"{sheet}\". Write the value, or leave the cell empty.")
{
    /// <summary>The first cell with an error, such as B7.</summary>
    public string Cell { get; } = cell;
}
