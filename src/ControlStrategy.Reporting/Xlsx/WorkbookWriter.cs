using ClosedXML.Excel;
using ControlStrategy.Reporting.Charts;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Writes the content of a report as an Excel workbook. The same content gives the same bytes.</summary>
public static class WorkbookWriter
{
    /// <summary>The media type of the workbook.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes a workbook.</summary>
    /// <param name="content">What it says.</param>
    /// <returns>The file, to be read from its first byte. The caller disposes it.</returns>
    public static Stream Write(ReportContent content)
    {
        using var package = new MemoryStream();
        var tables = WriteShell(content, package);
        PackageRepair.Apply(package, tables);
        ChartSheets.Apply(package, tables);
        return DeterministicPackage.Rewrite(package, new DocumentProperties(TextCell.Harmless(content.Cover.Title), content.DataAsAt));
    }

    private static List<TablePlacement> WriteShell(ReportContent content, Stream package)
    {
        using var workbook = new XLWorkbook(XLEventTracking.Disabled);
        var cover = AddSheet(workbook, CoverContent.TabName, content);
        new CoverSheetWriter(cover, content).Write();
        cover.PageSetup.FitToPages(1, 1);
        cover.SetTabActive();
        var tables = content.Sheets.Select(sheet => new TableSheetWriter(AddSheet(workbook, sheet.Name, content), sheet).Write()).ToList();
        workbook.SaveAs(package, new SaveOptions { EvaluateFormulasBeforeSaving = false, GenerateCalculationChain = false });
        return tables;
    }

    private static IXLWorksheet AddSheet(XLWorkbook workbook, string name, ReportContent content)
    {
        var worksheet = workbook.AddWorksheet(name);
        PrintSetup.Apply(worksheet, TextCell.Harmless(content.Cover.Title), content.Cover.Status);
        return worksheet;
    }
}
