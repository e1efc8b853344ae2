using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Series;

/// <summary>From when on limits are calculated anew, and why.</summary>
/// <param name="From">The first day; the first point that begins on or after it is the first of the new limits.</param>
/// <param name="Reason">What changed, such as a counting rule or a recording system.</param>
public sealed record Recalculation(DateOnly From, string Reason);

/// <summary>What series are asked for, with everything needed to make them.</summary>
public sealed record SeriesRequest
{
    /// <summary>The area asked about.</summary>
    public required int AreaId { get; init; }

    /// <summary>That area and all areas below it.</summary>
    public required AreaTree Areas { get; init; }

    /// <summary>The periods asked about.</summary>
    public required SeriesGrid Grid { get; init; }

    /// <summary>How many periods before them were read, for a transform.</summary>
    public required int EarlierPeriods { get; init; }

    /// <summary>What was observed; the place is the period's among those read.</summary>
    public required IEnumerable<PeriodSum> Sums { get; init; }

    /// <summary>What each point stands for.</summary>
    public SeriesTransform Transform { get; init; }

    /// <summary>How many of the first points limits are calculated from, 12 or more; null for all.</summary>
    public int? BaselinePoints { get; init; }
}

/// <summary>A measure's series in an area, with the control chart of its points.</summary>
/// <param name="Points">One point for each period.</param>
/// <param name="Chart">The chart; null where it has none.</param>
/// <param name="Reason">Why there are no limits at the end: NOT_APPLICABLE for years and for points that overlap, TOO_FEW_POINTS; else null.</param>
public sealed record MeasureSeries(IReadOnlyList<SeriesPoint> Points, ControlChart? Chart, Reason? Reason)
{
    /// <summary>How many earlier periods a transform needs read.</summary>
    public static int EarlierPeriods(SeriesGrid grid, SeriesTransform transform)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return transform is SeriesTransform.Discrete ? 0 : grid.PeriodsOfYear - 1;
    }

    /// <summary>Makes the series of several measures in one area.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="measures">Key, kind and recalculations of each measure.</param>
    /// <returns>By key of the measure.</returns>
    public static IReadOnlyDictionary<int, MeasureSeries> Of(SeriesRequest request, IEnumerable<(int Id, MeasureKind Kind, IReadOnlyList<Recalculation> Recalculations)> measures)
    {
        ArgumentNullException.ThrowIfNull(request);
        var series = new AreaSeries(request.Areas, request.Grid.Extended(request.EarlierPeriods), request.Sums);
        return measures.ToDictionary(measure => measure.Id, measure =>
        {
            var found = series.Transformed(series.Of(measure.Id, measure.Kind)[request.AreaId], measure.Kind, request.Transform);
            return Made(request, measure.Kind, measure.Recalculations, found[request.EarlierPeriods..]);
        });
    }

    private static MeasureSeries Made(SeriesRequest request, MeasureKind kind, IReadOnlyList<Recalculation> recalculations, Search[] found)
    {
        var isAdded = request.Transform is not SeriesTransform.Discrete;
        MeasuredFigure[] figures = [.. found.Select(search => kind is MeasureKind.Survey && isAdded ? MeasuredFigure.NotApplicable : MeasuredFigure.Of(search, kind))];
        var hasChart = !isAdded && request.Grid.Grain is not Grain.Year;
        var chart = hasChart
            ? ControlChart.Of([.. figures.Select(figure => figure.Value)], recalculations.Select(at => PlaceFrom(request.Grid, at.From)), request.BaselinePoints)
            : null;
        SeriesPoint[] points = [.. figures.Select((figure, place) => Point(request.Grid.At(place), figure, chart?.Flags[place] ?? []))];
        return new MeasureSeries(points, chart, chart is null ? Statistics.Reason.NotApplicable : chart.Phases[^1].Reason);
    }

    private static int PlaceFrom(SeriesGrid grid, DateOnly day)
    {
        var place = 0;
        while (place < grid.Count && grid.Start(place) < day)
            place++;
        return place;
    }

    private static SeriesPoint Point(Period period, MeasuredFigure figure, IReadOnlyList<ControlFlag> flags) => new()
    {
        Period = PeriodNotation.Write(period),
        PeriodStart = period.FirstDay,
        PeriodEnd = period.LastDay,
        Value = figure.Value,
        Lower = figure.Lower,
        Upper = figure.Upper,
        Numerator = figure.Numerator,
        Denominator = figure.Denominator,
        Reason = figure.Reason,
        MissingAreas = figure.MissingAreas,
        Status = figure.Status,
        Flags = flags,
    };
}
