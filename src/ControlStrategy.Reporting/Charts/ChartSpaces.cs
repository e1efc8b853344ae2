using System.Globalization;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Xlsx;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;

namespace ControlStrategy.Reporting.Charts;

/// <summary>Makes native charts, bound to the cells of a table, with the values that stand there.</summary>
/// <param name="table">Where the table stands.</param>
/// <param name="chart">The chart.</param>
internal sealed class ChartSpaces(TablePlacement table, ChartContent chart)
{
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;

    private bool IsBar => chart.Kind is ChartKind.Bar;

    private IEnumerable<RowContent> Rows => table.Sheet.Rows.Skip(chart.FirstRow).Take(chart.RowCount);

    // Of all series: they have one unit.
    private string Pattern => Rows.SelectMany(row => chart.ValueColumns.Select(column => row.Cells[column])).OfType<NumberCell>().First().Pattern;

    public ChartSpace Make() => new(
        new Date1904 { Val = false },
        new EditingLanguage { Val = "en-GB" },
        new RoundedCorners { Val = false },
        new Chart(
        [
            ChartLook.Title(chart.Title, ChartLook.TitleSize, isBold: true),
            new AutoTitleDeleted { Val = false },
            new PlotArea(new DocumentFormat.OpenXml.Drawing.Charts.Layout(), Drawn(), Categories(), Values()),
            .. chart.ValueColumns.Count > 1 ? [Legend()] : Array.Empty<OpenXmlElement>(),
            new PlotVisibleOnly { Val = true },
            new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap },
        ]),
        ChartLook.Text(ChartLook.TextSize, ChartLook.Ink));

    private static OpenXmlElement Legend() =>
        new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }, new Overlay { Val = false }, ChartLook.Text(ChartLook.TextSize, ChartLook.Ink));

    private OpenXmlCompositeElement Drawn()
    {
        var series = chart.ValueColumns.Select((column, index) => chart.Kind is ChartKind.Line ? Line(column, index) : Bar(column, index));
        if (chart.Kind is ChartKind.Line)
            return new LineChart([new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false }, .. series, new ShowMarker { Val = true }, .. Axes()]);
        var direction = new BarDirection { Val = IsBar ? BarDirectionValues.Bar : BarDirectionValues.Column };
        return new BarChart([direction, new BarGrouping { Val = BarGroupingValues.Clustered }, new VaryColors { Val = false }, .. series, new GapWidth { Val = 60 }, new Overlap { Val = -10 }, .. Axes()]);
    }

    private static OpenXmlElement[] Axes() => [new AxisId { Val = CategoryAxis }, new AxisId { Val = ValueAxis }];

    private OpenXmlElement Bar(int column, int index) => new BarChartSeries(
        new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)index }, new Order { Val = (uint)index }, Name(column), ChartLook.Filled(index), new InvertIfNegative { Val = false }, Names(), Figures(column));

    private OpenXmlElement Line(int column, int index) => new LineChartSeries(
        new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)index }, new Order { Val = (uint)index }, Name(column), ChartLook.Drawn(index), ChartLook.Marker(index), Names(), Figures(column), new Smooth { Val = false });

    private SeriesText Name(int column) => new(new StringReference(
        new Formula(table.Range(column, -1, 1)), new StringCache(new PointCount { Val = 1 }, new StringPoint(new NumericValue(table.Sheet.Columns[column].Header)) { Index = 0 })));

    private CategoryAxisData Names() => new(new StringReference(
        new Formula(table.Range(chart.CategoryColumn, chart.FirstRow, chart.RowCount)),
        new StringCache([new PointCount { Val = (uint)chart.RowCount }, .. Rows.Select((row, index) => new StringPoint(new NumericValue(CellText.Shown(row.Cells[chart.CategoryColumn]))) { Index = (uint)index })])));

    // A figure that is not there has no point: text in its cell is drawn as a gap.
    private Values Figures(int column) => new(new NumberReference(
        new Formula(table.Range(column, chart.FirstRow, chart.RowCount)),
        new NumberingCache(
        [
            new FormatCode(Pattern), new PointCount { Val = (uint)chart.RowCount },
            .. Rows.Select((row, index) => (Cell: row.Cells[column] as NumberCell, index)).Where(at => at.Cell is not null)
                .Select(at => new NumericPoint(new NumericValue(at.Cell!.Value.ToString("R", CultureInfo.InvariantCulture))) { Index = (uint)at.index }),
        ])));

    // Bars read from above, as the table does; the values' axis then stands below.
    private CategoryAxis Categories() => new(
        new AxisId { Val = CategoryAxis },
        new Scaling(new Orientation { Val = IsBar ? OrientationValues.MaxMin : OrientationValues.MinMax }),
        new Delete { Val = false },
        new AxisPosition { Val = IsBar ? AxisPositionValues.Left : AxisPositionValues.Bottom },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.Low },
        ChartLook.Line(ChartLook.Muted),
        ChartLook.Text(ChartLook.TextSize, ChartLook.Ink),
        new CrossingAxis { Val = ValueAxis },
        new Crosses { Val = CrossesValues.AutoZero },
        new AutoLabeled { Val = false },
        new NoMultiLevelLabels { Val = true });

    private ValueAxis Values() => new(
        new AxisId { Val = ValueAxis },
        new Scaling(new Orientation { Val = OrientationValues.MinMax }),
        new Delete { Val = false },
        new AxisPosition { Val = IsBar ? AxisPositionValues.Bottom : AxisPositionValues.Left },
        new MajorGridlines(ChartLook.Line(ChartLook.Rule)),
        ChartLook.Title(chart.Unit, ChartLook.TextSize, isBold: false),
        new NumberingFormat { FormatCode = Pattern, SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
        ChartLook.Line(ChartLook.Rule),
        ChartLook.Text(ChartLook.TextSize, ChartLook.Muted),
        new CrossingAxis { Val = CategoryAxis },
        new Crosses { Val = IsBar ? CrossesValues.Maximum : CrossesValues.AutoZero },
        new CrossBetween { Val = CrossBetweenValues.Between });
}
