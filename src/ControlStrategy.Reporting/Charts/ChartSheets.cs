using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Xlsx;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ControlStrategy.Reporting.Charts;

/// <summary>Puts charts below their tables. ClosedXML knows none, so they are added after it has saved.</summary>
internal static class ChartSheets
{
    private const long EmuPerPixel = 9_525;
    private const double WidestPixels = Xlsx.Theme.PageWidthPixels;
    private const double NarrowestPixels = 560;

    // Rows between a table and its chart, and between charts, in rows of the default height.
    private const int GapRows = 1;
    private const double RowPixels = 20;

    private const double FramePixels = 115;
    private const double BarPixels = 12;
    private const double UprightPixels = 320;

    /// <summary>Adds the charts of all tables.</summary>
    /// <param name="package">The workbook.</param>
    /// <param name="tables">Where the tables stand.</param>
    public static void Apply(Stream package, IReadOnlyList<TablePlacement> tables)
    {
        if (tables.All(table => table.Sheet.Charts.Count == 0)) return;
        using var document = SpreadsheetDocument.Open(package, isEditable: true);
        var workbook = document.WorkbookPart!;
        foreach (var table in tables.Where(table => table.Sheet.Charts.Count > 0))
        {
            var id = workbook.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == table.Sheet.Name).Id!.Value!;
            Add((WorksheetPart)workbook.GetPartById(id), table);
        }
    }

    private static void Add(WorksheetPart sheet, TablePlacement table)
    {
        var drawings = sheet.AddNewPart<DrawingsPart>("rIdCharts");
        drawings.WorksheetDrawing = new WorksheetDrawing();
        var row = table.HeaderRow + table.Sheet.Rows.Count + GapRows;
        foreach (var (index, chart) in table.Sheet.Charts.Index())
        {
            var part = drawings.AddNewPart<ChartPart>($"rIdChart{index + 1}");
            part.ChartSpace = new ChartSpaces(table, chart).Make();
            var height = HeightPixels(chart);
            drawings.WorksheetDrawing.Append(Anchor(chart, (uint)(index + 2), drawings.GetIdOfPart(part), (row, WidthPixels(table.Sheet), height)));
            row += (int)Math.Ceiling(height / RowPixels) + GapRows;
        }
        // Its place in a worksheet is before the tables.
        sheet.Worksheet.InsertBefore(new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = sheet.GetIdOfPart(drawings) }, sheet.Worksheet.GetFirstChild<TableParts>());
    }

    private static double WidthPixels(SheetContent sheet) => Math.Clamp(ColumnWidths.Of(sheet).Sum(), NarrowestPixels, WidestPixels);

    private static double HeightPixels(ChartContent chart) =>
        chart.Kind is ChartKind.Bar ? FramePixels + (chart.RowCount * ((chart.ValueColumns.Count * BarPixels) + BarPixels / 2)) : UprightPixels;

    private static OneCellAnchor Anchor(ChartContent chart, uint id, string part, (int Row, double Width, double Height) place) => new(
        new DocumentFormat.OpenXml.Drawing.Spreadsheet.FromMarker(new ColumnId("0"), new ColumnOffset("0"), new RowId(FormattableString.Invariant($"{place.Row}")), new RowOffset("0")),
        new Extent { Cx = (long)(place.Width * EmuPerPixel), Cy = (long)(place.Height * EmuPerPixel) },
        new DocumentFormat.OpenXml.Drawing.Spreadsheet.GraphicFrame(
            new DocumentFormat.OpenXml.Drawing.Spreadsheet.NonVisualGraphicFrameProperties(
                new DocumentFormat.OpenXml.Drawing.Spreadsheet.NonVisualDrawingProperties { Id = id, Name = FormattableString.Invariant($"Chart {id - 1}"), Description = chart.Description, Title = chart.Title },
                new DocumentFormat.OpenXml.Drawing.Spreadsheet.NonVisualGraphicFrameDrawingProperties()),
            new Transform(new Offset { X = 0, Y = 0 }, new Extents { Cx = 0, Cy = 0 }),
            new Graphic(new GraphicData(new C.ChartReference { Id = part }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { Macro = "" },
        new ClientData());
}
