using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Pivots;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>A pivot with its members, before any figure is read.</summary>
/// <param name="Layout">What stands where.</param>
/// <param name="Periods">The periods.</param>
/// <param name="Measures">The measures.</param>
/// <param name="Areas">The areas.</param>
/// <param name="Outcomes">All outcomes; null where none is on an axis or named.</param>
internal sealed record AskedPivot(PivotLayout Layout, IReadOnlyList<ReportingPeriod> Periods, AskedMeasures Measures, AskedAreas Areas, OutcomeTree? Outcomes)
{
    /// <summary>The members of the dimensions; outcomes by code.</summary>
    public PivotMembers Members { get; } = new(
        [.. Measures.All.Select(measure => (measure.MeasureId, Measures.OutcomeIds[measure.MeasureId]))],
        Outcomes?.Ids ?? [],
        Areas.Ids,
        Periods.Count);

    /// <summary>Refuses axes and values that make no rectangle.</summary>
    /// <exception cref="RequestException">PIVOT_AXES: something is asked for twice, or no value is.</exception>
    public static void RefuseAxes(PivotLayout layout)
    {
        PivotDimension[] dimensions = [.. layout.Rows.Dimensions, .. layout.Columns.Dimensions];
        if (Twice(dimensions) is { } dimension)
            throw new RequestException("PIVOT_AXES", $"{PivotWords.Constant(dimension)} is given twice; a dimension stands once, on rows or on columns.");
        if (Twice(layout.Values) is { } value)
            throw new RequestException("PIVOT_AXES", $"The value {PivotWords.Constant(value)} is given twice.");
        if (layout.Values.Count == 0)
            throw new RequestException("PIVOT_AXES", "values is empty; a cell shows one at least, such as VALUE or MEASURE_COUNT.");
    }

    /// <summary>Refuses a cell that would mix members, and more cells or figures than allowed.</summary>
    /// <param name="maximum">The most cells.</param>
    /// <exception cref="RequestException">MIXED_VALUES or TOO_MANY_CELLS.</exception>
    public void RefuseMixedOrTooMany(int maximum)
    {
        foreach (var dimension in Layout.Mixed(Members))
            throw new RequestException("MIXED_VALUES", Mixed(dimension));
        var (rows, columns) = (Layout.Rows.Count(Members), Layout.Columns.Count(Members) * Layout.Values.Count);
        if ((double)rows * columns > maximum)
            throw new RequestException("TOO_MANY_CELLS", $"The pivot would have {rows} rows of {columns} cells, more than {maximum} cells (setting Limits:MaximumCells); ask in parts.");
        if (Layout.Needs.Figures && Members.FigureCount > maximum)
            throw new RequestException("TOO_MANY_CELLS", $"The pivot would rest on {Members.FigureCount} figures of measures in areas and periods, more than {maximum} (setting Limits:MaximumCells); ask in parts.");
    }

    private string Mixed(PivotDimension dimension)
    {
        var otherwise = dimension is PivotDimension.Measure ? ", or ask for MEASURE_COUNT alone" : "";
        return $"{PivotWords.Constant(dimension)} has {Members.Count(dimension)} members and is on neither axis, so a cell would mix them: put it on rows or columns, or ask for one{otherwise}.";
    }

    private static T? Twice<T>(IEnumerable<T> given) where T : struct =>
        given.GroupBy(one => one).Where(same => same.Count() > 1).Select(same => (T?)same.Key).FirstOrDefault();
}
