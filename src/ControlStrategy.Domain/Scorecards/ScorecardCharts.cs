using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>How a measure runs in an area at the end of a period.</summary>
/// <param name="Variation">How its last point stands; null where a reason says why.</param>
/// <param name="Assurance">Whether it can be expected to meet its target; null without limits, target or better direction.</param>
/// <param name="Reason">Why there is no variation: TOO_FEW_POINTS, NOT_APPLICABLE for yearly figures, NOT_AVAILABLE without the last point.</param>
public sealed record ChartState(Variation? Variation, Assurance? Assurance, Reason? Reason);

/// <summary>Control charts of the 36 months to the end of a period; of the 12 quarters where a measure has no months.</summary>
public sealed class ScorecardCharts
{
    /// <summary>How many months are looked at.</summary>
    public const int Months = 36;

    private const int MonthsOfYear = 12;

    private readonly AreaTree _areas;
    private readonly ILookup<int, SeriesRow> _rows;
    private readonly SeriesGrid _months;

    /// <param name="period">The period asked about.</param>
    /// <param name="areas">The areas asked about and all below them.</param>
    /// <param name="rows">Their months and quarters in the 36 months to the end of the period.</param>
    public ScorecardCharts(ReportingPeriod period, AreaTree areas, IEnumerable<SeriesRow> rows)
    {
        _areas = areas;
        _rows = rows.ToLookup(row => row.MeasureId);
        _months = GridOf(period);
    }

    /// <summary>The months looked at.</summary>
    public static SeriesGrid GridOf(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new SeriesGrid(Grain.Month, period.LastDay.AddDays(1).AddMonths(-Months), Months);
    }

    /// <summary>How a measure runs in each of some areas.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="aims">Its targets for the period's financial year, by area.</param>
    /// <param name="areaIds">Keys of the areas.</param>
    public IReadOnlyList<ChartState> Of(ScorecardMeasure measure, IReadOnlyDictionary<int, Aim> aims, IReadOnlyList<int> areaIds)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new ChartSeries(measure, _areas, _months, [.. _rows[measure.MeasureId]]).Of(_months, aims, areaIds);
    }

    /// <summary>What each point should be: of a yearly count or rate its equal part, of a percentage the target itself.</summary>
    internal static double TargetOf(Aim aim, MeasureKind kind, SeriesGrid grid) =>
        (double)aim.Value * (kind is MeasureKind.Count or MeasureKind.Rate ? (double)grid.MonthCount / MonthsOfYear : 1);
}
